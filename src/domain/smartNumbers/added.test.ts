import { describe, expect, it } from "vitest";
import type { SmartNumber } from "#api/smartNumbers.ts";
import type { Collected } from "#common/query.ts";
import { findAdded, getAddedId, withAdded } from "./added.ts";

const body = { phone_b: "37410324040", user_id: 12, description: "Клиент" };
const item = (id: number, phoneB = body.phone_b, description = body.description): SmartNumber => ({
  id,
  user_id: 12,
  phoneA: "",
  phoneB,
  phoneX: String(79000000000 + id),
  description,
  created_at: "",
});
const list = (...items: SmartNumber[]): Collected<SmartNumber> => ({
  items,
  total: items.length,
  invalidRows: [],
  complete: true,
  truncated: false,
});
const before = list(item(1), item(2, "79000000001"));

describe("which number was added", () => {
  it("is the new one", () => {
    expect(findAdded(before, list(...before.items, item(7)), body)?.id).toBe(7);
    expect(findAdded(list(), list(item(7)), body)?.id).toBe(7);
  });

  it("is the new one with the requested destination, where others were added meanwhile", () => {
    const after = list(item(6, "79000000009"), item(7), item(8, body.phone_b, "Другой"));
    expect(findAdded(list(), after, body)?.id).toBe(7);
  });

  it("is recognized by an empty description where none was sent", () => {
    const bare = { phone_b: body.phone_b, user_id: 12 };
    expect(findAdded(list(), list(item(7, body.phone_b, "")), bare)?.id).toBe(7);
  });

  it.each([
    ["the list was not read before", undefined, list(item(7))],
    ["only a part was read before", { ...before, complete: false }, list(item(7))],
    ["the provider keeps pages back", { ...before, truncated: true }, list(item(7))],
    ["it keeps them back now", before, { ...list(item(7)), truncated: true }],
    ["two are alike", list(), list(item(7), item(8))],
    ["none is new", before, before],
  ])("is unknown when %s", (_, known, after) => {
    expect(findAdded(known, after, body)).toBeUndefined();
  });

  it("round-trips through the state of an address", () => {
    expect(getAddedId(withAdded(7))).toBe(7);
    for (const other of [null, undefined, 7, "7", {}, { added: "7" }, { added: false }]) {
      expect(getAddedId(other)).toBeUndefined();
    }
  });
});

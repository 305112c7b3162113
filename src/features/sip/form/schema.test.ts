import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { CachedAccount } from "#domain/sip/queries.ts";
import {
  pickChanges,
  createSchema,
  type CreateValues,
  EMPTY,
  editSchema,
  toEditValues,
  toCreateRequest,
  toEditRequest,
} from "./schema.ts";

const FILLED: CreateValues = { ...EMPTY, number: "214", name: "Ресепшен" };
const created = async (change: Partial<CreateValues>) =>
  z.safeParse(createSchema, await toCreateRequest({ ...FILLED, ...change }));
const getErrorPaths = async (change: Partial<CreateValues>) =>
  (await created(change)).error?.issues.map((issue) => issue.path.join(".")) ?? [];

const ACCOUNT: CachedAccount = {
  id: 25,
  name: "Ресепшен",
  number: 214,
  role: "1 этаж",
  login: "21200000001",
  server: "sip.example",
  finally_created: true,
  aon: { id: 15, number: "74950000015" },
  sip_scenarios: [],
};

function changes(account: CachedAccount, change: Partial<ReturnType<typeof toEditValues>> = {}) {
  const request = toEditRequest({ ...toEditValues(account), ...change });
  return pickChanges(z.parse(editSchema, request), account);
}

describe("the request that creates an account", () => {
  it("holds what was typed, numbers as numbers, and no empty field", async () => {
    expect((await created({ number: " 214 ", name: "  Анна " })).data).toEqual({
      name: "Анна",
      number: 214,
      sequence_rule: "single",
      sip_timeout: 30,
    });
  });

  it("has the phone as digits together with its timeout", async () => {
    const typed = { phone_number: "8 (999) 333-22-10", phone_timeout: "20", role: " Склад " };
    expect((await created({ ...typed, aon: "15", sequence_rule: "simultaneous" })).data).toEqual({
      name: "Ресепшен",
      number: 214,
      role: "Склад",
      aon: 15,
      sequence_rule: "simultaneous",
      sip_timeout: 30,
      phone_number: "79993332210",
      phone_timeout: 20,
    });
  });

  it("fails with an error on each invalid field", async () => {
    expect(await getErrorPaths({ number: "199" })).toEqual(["number"]);
    expect(await getErrorPaths({ name: "   " })).toEqual(["name"]);
    expect(await getErrorPaths({ sip_timeout: "" })).toEqual(["sip_timeout"]);
    expect(await getErrorPaths({ phone_number: "12" })).toEqual(["phone_number"]);
    expect(await getErrorPaths({ phone_number: "79993332210", phone_timeout: "" })).toEqual([
      "phone_timeout",
    ]);
    expect(await getErrorPaths({ aon: "abc" })).toEqual(["aon"]);
  });

  it("ignores the timeout without a phone", async () => {
    expect((await created({ phone_number: "", phone_timeout: "7" })).success).toBe(true);
  });
});

describe("the request that changes an account", () => {
  it("is empty when nothing was changed, whatever the account holds", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    const account = fc.record({
      name: text.filter((name) => name.trim() !== ""),
      role: text,
      number: fc.integer({ min: 200, max: 99_999 }),
      aon: fc.constantFrom(null, { id: 15, number: "74950000015" }),
    });
    fc.assert(
      fc.property(account, (part) => {
        expect(changes({ ...ACCOUNT, ...part })).toEqual({});
      }),
      { examples: [[{ name: " Ресепшен", role: "1 этаж ", number: 214, aon: null }]] },
    );
  });

  it("holds only the field that was changed", () => {
    expect(changes(ACCOUNT, { name: "Охрана" })).toEqual({ name: "Охрана" });
    expect(changes(ACCOUNT, { number: "215" })).toEqual({ number: 215 });
    expect(changes(ACCOUNT, { aon: "16" })).toEqual({ aon: 16 });
    expect(changes(ACCOUNT, { password: "kR4-vT9_x" })).toEqual({ password: "kR4-vT9_x" });
  });

  it("can clear the description", () => {
    expect(changes(ACCOUNT, { role: "" })).toEqual({ role: "" });
  });

  it("never sends an empty password or clears a caller ID, which the API can't", () => {
    expect(changes(ACCOUNT, { password: "", aon: "" })).toEqual({});
  });

  it("keeps a password as it was typed, including spaces", () => {
    expect(changes(ACCOUNT, { password: "a b" })).toEqual({ password: "a b" });
  });
});

import { describe, expect, it } from "vitest";
import { findChanges } from "./changes.ts";
import { EMPTY, newRow, type PhoneRow, type ScenarioValues } from "./schema.ts";

const row = (known: string, more: Partial<PhoneRow> = {}): PhoneRow => ({
  ...newRow(),
  number: known,
  known,
  asked: true,
  ...more,
});
const A = row("79000000001");
const B = row("79000000002");
const BEFORE: ScenarioValues = { ...EMPTY, name: "Днём", sip_timeout: "20", phones: [A, B] };

const changes = (more: Partial<ScenarioValues>, before = BEFORE) => {
  const now = { ...before, ...more };
  return findChanges(
    before,
    now,
    now.phones.map(({ number }) => (/^\d+$/.test(number) ? number : undefined)),
  );
};

describe("what saving would change", () => {
  it("is nothing for the same values, also written in another way", () => {
    const spaced = { ...A, number: " 79000000001 " };
    expect(changes({ phones: [spaced, B], sip_timeout: " 20 " })).toEqual({
      fields: [],
      phones: [],
      isReordered: false,
    });
  });

  it("names each field from what to what", () => {
    expect(changes({ name: "Ночью", sip_timeout: "25", voicemail: "on" }).fields).toEqual([
      { field: "name", from: "Днём", to: "Ночью" },
      { field: "sip_timeout", from: "20", to: "25" },
      { field: "voicemail", from: "off", to: "on" },
      { field: "greeting", from: "", to: "standard" },
    ]);
  });

  it("tells a changed number from one that comes, goes or moves", () => {
    const changed = { ...A, number: "79000000003" };
    expect(changes({ phones: [changed, B] }).phones).toEqual([
      { kind: "changed", place: 0, from: A, to: changed },
    ]);
    const added = { ...newRow(), number: "79000000003" };
    expect(changes({ phones: [B, added] }).phones).toEqual([
      { kind: "added", row: added },
      { kind: "removed", row: A },
    ]);
    expect(changes({ phones: [B, A] })).toMatchObject({ phones: [], isReordered: true });
  });

  it("does not count what is still to be given, and says what was unknown", () => {
    const unknown = row("", { timeout: "35" });
    const before: ScenarioValues = { ...BEFORE, sequence_rule: "", phones: [unknown] };
    expect(changes({ phones: [unknown, newRow()] }, before)).toMatchObject({
      fields: [],
      phones: [],
    });
    const given = { ...unknown, number: "79000000001" };
    expect(changes({ sequence_rule: "single", phones: [given] }, before)).toMatchObject({
      fields: [{ field: "sequence_rule", from: "", to: "single" }],
      phones: [{ kind: "changed", place: 0, from: unknown, to: given }],
    });
  });
});

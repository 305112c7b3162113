import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { newRow, type PhoneRow, scenarioSchema, toDraft, toRequest } from "./schema.ts";

const number = fc.constantFrom("79000000001", "79000000002", "79000000003", "79000000004");
const timeout = fc.constantFrom(5, 20, 25);
const name = fc.constantFrom("Днём", "Вечером");
const phones = fc.array(fc.record({ number, timeout }), { maxLength: 5 });

const SAVED: fc.Arbitrary<RememberedScenario> = fc.record({
  id: fc.constant(40),
  at: fc.constant("2026-11-12T10:00:00.000Z"),
  actor: fc.constant("anna"),
  entry: fc.constant(7),
  certain: fc.boolean(),
  values: fc.record(
    {
      name,
      sip_timeout: timeout,
      phones,
      sequence_rule: fc.constantFrom("single" as const, "simultaneous" as const),
      voicemail: fc.boolean(),
    },
    { requiredKeys: ["name", "sip_timeout", "phones"] },
  ),
});

/** What the provider returns: what was saved, or something else. */
const SHOWN = (saved: RememberedScenario): fc.Arbitrary<SipScenario> => {
  const common = { id: 40, active: true };
  const same = {
    ...common,
    name: saved.values.name,
    endpoints: [
      { type: "sip", timeout: saved.values.sip_timeout },
      ...saved.values.phones.map((phone) => ({ type: "mob", timeout: phone.timeout })),
    ],
  };
  const type = fc.constantFrom("sip", "mob", "mob", "mob", "fax");
  const endpoint = fc.record({ type, timeout, number }, { requiredKeys: ["type", "timeout"] });
  const endpoints = fc.array(endpoint, { maxLength: 6 });
  const constants = { id: fc.constant(common.id), active: fc.constant(common.active) };
  const other = fc.record({ ...constants, name, endpoints });
  return fc.oneof(fc.constant(same), other);
};

/** A row with what must be sent for it. */
interface Shown {
  row: PhoneRow;
  digits: string;
}

type Edit = (rows: Shown[]) => Shown[];
const place = fc.nat(5);
const EDIT: fc.Arbitrary<Edit> = fc.oneof(
  place.map(
    (at): Edit =>
      (rows) =>
        rows.filter((_, index) => index !== at),
  ),
  fc.tuple(place, place).map(([from, to]): Edit => (rows) => {
    const moved = rows[from];
    if (moved === undefined) return rows;
    const rest = rows.filter((each) => each !== moved);
    return [...rest.slice(0, to), moved, ...rest.slice(to)];
  }),
  number.map((digits): Edit => (rows) => [
    ...rows,
    { row: { ...newRow(), number: digits }, digits },
  ]),
  fc.tuple(place, number).map(
    ([at, digits]): Edit =>
      (rows) =>
        rows.map((each, index) =>
          index === at ? { row: { ...each.row, number: digits }, digits } : each,
        ),
  ),
);

const CASE = SAVED.chain((saved) =>
  fc.record({ saved: fc.constant(saved), scenario: SHOWN(saved), edits: fc.array(EDIT) }),
);

it("a request holds every phone that the form shows, in its order, or is rejected", async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(CASE, async ({ saved, scenario, edits }) => {
      const { values } = toDraft(scenario, undefined, saved);
      // Every step of the scenario but its own phone has a row.
      const own = scenario.endpoints.find(({ type }) => type === "sip");
      const steps = scenario.endpoints.filter((endpoint) => endpoint !== own);
      expect(values.phones.map((row) => [row.foreign || "mob", row.timeout])).toEqual(
        steps.map(({ type, timeout: seconds }) => [type, String(seconds)]),
      );
      const opened = values.phones.map((row) => ({ row, digits: row.number }));
      const rows = edits.reduce((before, edit) => edit(before), opened);
      const request = await toRequest({
        ...values,
        phones: rows.map(({ row }) => row),
        sequence_rule: values.sequence_rule || "single",
        sip_timeout: values.sip_timeout || "20",
        voicemail: values.voicemail || "off",
      });
      const parsed = z.safeParse(scenarioSchema, request);
      if (!parsed.success) return;
      accepted += 1;
      expect(parsed.data.phones.map((phone) => phone.number)).toEqual(
        rows.map(({ digits }) => digits),
      );
      expect(rows.every(({ digits }) => digits !== "")).toBe(true);
    }),
    { numRuns: 500 },
  );
  // The property must not hold because everything is rejected.
  expect(accepted).toBeGreaterThan(100);
});

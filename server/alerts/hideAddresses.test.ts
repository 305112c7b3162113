import { expect, it } from "vitest";
import type { AlertDelivery } from "#api/alerts.ts";
import type { JournalEntry } from "#api/journal.ts";
import { hideAddresses, hideInErrors } from "./hideAddresses.ts";

const entry = (kind: JournalEntry["object"]["kind"]): JournalEntry => ({
  id: 1,
  at: "2026-01-15T12:00:00.000Z",
  actor: "anna",
  operation: "PATCH /alerts/channels/{id}",
  object: { kind, id: "c1", number: null, name: "Hook" },
  fields: { url: "https://hooks.example.com/x", name: "Hook" },
  before: { to: ["anna@office.example"] },
  outcome: "done",
  message: null,
  batch: null,
  undoes: null,
  undoneBy: null,
});

it("only an administrator reads in the journal where alerts are sent", () => {
  const entries = [entry("alert"), entry("external")];
  expect(hideAddresses(entries, { role: "admin" })).toEqual(entries);
  expect(hideAddresses(entries, undefined)).toEqual(entries);
  const hidden = { ...entry("alert"), fields: { url: "***", name: "Hook" }, before: { to: "***" } };
  expect(hideAddresses(entries, { role: "support" })).toEqual([hidden, entry("external")]);
});

const delivery = (error: string | null) => ({ id: "d1", error }) as AlertDelivery;

it.each([
  ["550 5.1.1 <anna@office.example>: user unknown", "550 5.1.1 <***>: user unknown"],
  ["gone, see https://hooks.example.com/x?key=1", "gone, see ***"],
  ["ECONNREFUSED", "ECONNREFUSED"],
  [null, null],
])("only an administrator reads addresses in %j", (error, hidden) => {
  expect(hideInErrors([delivery(error)], { role: "admin" })).toEqual([delivery(error)]);
  expect(hideInErrors([delivery(error)], { role: "support" })).toEqual([delivery(hidden)]);
  const failed = { ...entry("alert"), message: error };
  expect(hideAddresses([failed], { role: "support" })[0]?.message).toBe(hidden);
});

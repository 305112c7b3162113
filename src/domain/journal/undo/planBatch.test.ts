import { expect, it } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { planBatchUndo } from "./planBatch.ts";

const entry = (part: Partial<JournalEntry>): JournalEntry => ({
  id: 1,
  at: "2026-01-15T12:00:00.000Z",
  actor: "anna",
  operation: "PATCH /sip/{id}",
  object: { kind: "sip", id: "25", number: "214", name: "Приёмная" },
  fields: { name: "Ресепшен" },
  before: { name: "Приёмная" },
  outcome: "done",
  message: null,
  batch: "ab",
  undoes: null,
  undoneBy: null,
  ...part,
});

it("takes back the newest first, deletes what was created, and says what stays", () => {
  const { rows, restored, deleted, kept } = planBatchUndo([
    entry({ id: 1 }),
    entry({ id: 2, operation: "PUT /sip", object: { ...entry({}).object, id: "40" } }),
    entry({ id: 3, operation: "DELETE /sip/{id}" }),
    entry({ id: 4, fields: { password: "***" }, before: {} }),
    entry({ id: 5, outcome: "refused" }),
    entry({ id: 6, undoneBy: 9 }),
  ]);
  expect(rows.map(({ step, undoes }) => [step, undoes])).toEqual([
    [{ kind: "deleteAccount", id: 40 }, 2],
    [{ kind: "undo", entry: 1 }, 1],
  ]);
  expect({ restored, deleted }).toEqual({ restored: 1, deleted: 1 });
  expect([...kept]).toEqual([
    ["undone", 1],
    ["password", 1],
    ["accountDeleted", 1],
  ]);
});

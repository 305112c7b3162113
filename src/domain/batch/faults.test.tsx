import "fake-indexeddb/auto";
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { accountAt, fault, office, openOffice } from "#app/testing/sandbox.ts";
// oxlint-disable-next-line no-restricted-imports -- the faults that the sandbox knows
import { FAULT_EXAMPLES } from "#sandbox/faults.ts";
import { startLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { countRows, type NewRow } from "./batch.ts";
import { continueBatch, retryFailed, startBatch } from "./runBatch.ts";
import { batchState, closeBatch } from "./state.ts";

beforeEach(async () => {
  startLocale();
  await loadTexts("common", "domain/batch");
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], shouldAdvanceTime: true });
});
afterEach(() => closeBatch());

/** Lets the time of its waits pass. */
async function settle(running: Promise<void>): Promise<void> {
  const state = { isOver: false };
  void running.finally(() => {
    state.isOver = true;
  });
  while (!state.isOver) await vi.advanceTimersByTimeAsync(2_000);
  await running;
}

/** One write of each kind for three rows, and what the office must be like in the end. */
const WRITES: readonly {
  operation:
    | "PUT /sip"
    | "PATCH /sip/{id}"
    | "DELETE /sip/{id}"
    | "PATCH /sip/{id}/scenarios/{sid}";
  row: (index: number) => NewRow;
  expectDone: () => void;
}[] = [
  {
    operation: "PUT /sip",
    row: (index) => {
      const body = { name: `Новый ${index}`, number: 700 + index, sip_timeout: 30 };
      return {
        number: String(700 + index),
        name: body.name,
        step: { kind: "createAccount", body },
      };
    },
    expectDone: () => {
      const made = [...office().accounts.values()].filter(({ number }) => number >= 700);
      expect(made.map(({ number }) => number).sort((one, other) => one - other)).toEqual([
        700, 701, 702,
      ]);
    },
  },
  {
    operation: "PATCH /sip/{id}",
    row: (index) => {
      const { id, name } = accountAt(index);
      return {
        number: "",
        name,
        step: { kind: "updateAccount", id, body: { name: `Имя ${index}` } },
      };
    },
    expectDone: () =>
      expect([0, 1, 2].map((index) => accountAt(index).name)).toEqual(["Имя 0", "Имя 1", "Имя 2"]),
  },
  {
    operation: "DELETE /sip/{id}",
    row: (index) => {
      const { id, name } = accountAt(index);
      return { number: "", name, step: { kind: "deleteAccount", id } };
    },
    expectDone: () => expect(office().accounts.size).toBe(5),
  },
  {
    operation: "PATCH /sip/{id}/scenarios/{sid}",
    row: (index) => {
      const { id, name, scenarios } = accountAt(index);
      const last = scenarios.at(-1);
      return {
        number: "",
        name,
        step: { kind: "activateScenario", id, sid: last?.id ?? 0, name: last?.name ?? "" },
      };
    },
    expectDone: () => {
      for (const index of [0, 1, 2]) {
        const { activeId, scenarios } = accountAt(index);
        expect(activeId).toBe(scenarios.at(-1)?.id);
      }
    },
  },
];

const LOST_AFTER = ["drop", "hang", "truncate"];

it.each(FAULT_EXAMPLES)(
  "%s in the middle of a batch: in the end every row is done, and once",
  async (kind) => {
    const variants = LOST_AFTER.includes(kind) ? [false, true] : [false];
    for (const { operation, row, expectDone } of WRITES) {
      for (const after of variants) {
        openOffice();
        const rows = [0, 1, 2].map(row);
        fault({ operation, fault: kind, times: 1, ...(after && { after }) });
        const client = new QueryClient();
        await settle(startBatch(client, { purpose: "edit" }, rows));
        fault();
        await settle(retryFailed(client));
        await settle(continueBatch(client));
        const counts = countRows(batchState.get()?.rows ?? []);
        expect(counts, `${operation} ${kind}`).toMatchObject({ done: 3 });
        expectDone();
        await closeBatch();
      }
    }
  },
);

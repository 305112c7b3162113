import type { QueryClient } from "@tanstack/react-query";
import { TIMEOUT_MS } from "#api/client.ts";
import { isApiError, retryAfterMs } from "#api/errors.ts";
import { journalHeaders } from "#api/journalHeaders.ts";
import { listJournal } from "#api/journal.ts";
import { errorText, mayBeDone } from "#common/errorText.ts";
import { invalidate, type Stale } from "#common/query.ts";
import { UnclearOutcomeError } from "#common/useApiMutation.ts";
import { newBatchId } from "#lib/batchId.ts";
import { text as t } from "#i18n/texts.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import type { Batch, BatchRow, NewRow } from "./batch.ts";
import {
  type Done,
  lookUpStep,
  NoScenarioError,
  NotUndoneError,
  sendStep,
  staleAfter,
} from "./steps.ts";
import { batchState, change, changeRow } from "./state.ts";
import { claimRow, removeBatch, saveBatch, saveRow } from "./store.ts";

/** Rows that are under way at the same time. */
const AT_ONCE = 2;
/** So many failures in a row stop a batch: the rest would fail likewise. */
const MAX_FAILURES = 10;
/** Milliseconds to wait where the provider limits requests without saying for how long. */
const DEFAULT_WAIT_MS = 5_000;
/** Milliseconds after which a write that nobody waits for has ended at the provider as well. */
const SETTLED_MS = TIMEOUT_MS + 5_000;

/** Makes a batch of these rows and sends them; resolves when it has ended or stopped. */
export async function startBatch(
  client: QueryClient,
  about: Pick<Batch, "purpose" | "about" | "inOrder" | "list">,
  newRows: readonly NewRow[],
): Promise<void> {
  if (batchState.get()?.running === true) throw new Error("Another batch is running.");
  const old = batchState.get();
  const batch: Batch = { ...about, id: newBatchId(), createdAt: Date.now() };
  const rows = newRows.map((row, index): BatchRow => ({ ...row, id: index, status: "open" }));
  batchState.set({ batch, rows, running: true, stopping: false });
  if (old !== undefined) await removeBatch(old.batch.id).catch(() => undefined);
  const unkept = await saveBatch({ batch, rows }).then(
    () => false,
    () => true,
  );
  change({ unkept });
  await run(client);
}

/** Sends what is open; what is unknown is looked up first. */
export async function continueBatch(client: QueryClient): Promise<void> {
  if (batchState.get()?.running !== false) return;
  await run(client);
}

/** Sends again what failed, and nothing else that ended. */
export async function retryFailed(client: QueryClient): Promise<void> {
  const state = batchState.get();
  if (state === undefined || state.running) return;
  const rows = state.rows.map((row) => (row.status === "failed" ? reopened(row) : row));
  change({ rows });
  const ofBatch = { batch: state.batch, rows };
  if (state.unkept !== true) await saveBatch(ofBatch).catch(() => change({ unkept: true }));
  await run(client);
}

const reopened = ({ reason: _reason, ...row }: BatchRow): BatchRow => ({ ...row, status: "open" });

let stop = new AbortController();

/** Sends no further row; what is under way ends. */
export function stopBatch(): void {
  change({ stopping: true });
  stop.abort();
}

/** One tab at a time runs it, where the browser can tell. */
async function run(client: QueryClient): Promise<void> {
  stop = new AbortController();
  change({ running: true, stopping: false, stoppedBy: undefined, elsewhere: false });
  const work = () => warnBeforeUnloadWhile(runRows(client));
  try {
    const { locks } = navigator as Partial<Navigator>;
    if (locks === undefined) await work();
    else {
      await locks.request("pult.batch", { ifAvailable: true }, async (lock) => {
        if (lock === null) change({ elsewhere: true });
        else await work();
      });
    }
  } finally {
    change({ running: false, stopping: false, waitsUntil: undefined });
  }
}

async function runRows(client: QueryClient): Promise<void> {
  const state = batchState.get();
  if (state === undefined) return;
  const { batch } = state;
  const queue = state.rows.filter(({ status }) => status !== "done" && status !== "failed");
  const stale = new Map<string, Stale>();
  const saved: Promise<void>[] = [];
  let failuresInRow = 0;
  const work = async () => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      await waitForProvider();
      if (stop.signal.aborted) return;
      const { ended, stopsWith } = await runRow(client, batch, row);
      changeRow(ended);
      // The next one need not wait: a row whose end was not kept is looked up before it is sent again.
      if (batchState.get()?.unkept !== true)
        saved.push(saveRow(batch.id, ended).catch(() => undefined));
      for (const each of staleAfter(row.step)) stale.set(JSON.stringify(each), each);
      // A step in order stands on the one before, also on one of which nobody knows whether it is done.
      const isFailure =
        ended.status === "failed" || (batch.inOrder === true && ended.status === "unknown");
      failuresInRow = isFailure ? failuresInRow + 1 : 0;
      const isTooMany = batch.inOrder === true ? 1 : MAX_FAILURES;
      if (stopsWith !== undefined) stopBecause(stopsWith);
      else if (ended.status === "open") queue.unshift(ended);
      else if (failuresInRow >= isTooMany && queue.length > 0)
        stopBecause(t(batch.inOrder === true ? "batch.stepFailed" : "batch.failuresInRow"));
    }
  };
  // What is taken back goes newest first: a later change may stand on an earlier one.
  const workers = batch.inOrder === true || batch.purpose === "undo" ? 1 : AT_ONCE;
  try {
    await Promise.all(Array.from({ length: workers }, work));
    await Promise.all(saved);
  } finally {
    void invalidate(client, ...stale.values(), listJournal);
  }
}

function stopBecause(reason: string): void {
  change({ stoppedBy: reason });
  stopBatch();
}

async function waitForProvider(): Promise<void> {
  const ms = (batchState.get()?.waitsUntil ?? 0) - Date.now();
  if (ms > 0) await pause(ms);
  if ((batchState.get()?.waitsUntil ?? Infinity) <= Date.now()) change({ waitsUntil: undefined });
}

/** Milliseconds; ends early when the batch is stopped. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (stop.signal.aborted) end();
    else stop.signal.addEventListener("abort", end);
  });
}

interface Ended {
  ended: BatchRow;
  /** The batch stops: nothing else would get through either. */
  stopsWith?: string;
}

/** Sends one row, once. Never rejects. */
async function runRow(client: QueryClient, batch: Batch, row: BatchRow): Promise<Ended> {
  if (row.status === "sending" || row.status === "unknown") {
    await pause((row.at ?? 0) + SETTLED_MS - Date.now());
    if (stop.signal.aborted) return { ended: row };
    try {
      const done = await lookUpStep(row.step, client);
      if (done !== undefined) return { ended: asDone(row, done) };
    } catch (error) {
      return failed({ ...row, status: "unknown" }, error);
    }
  }
  const theirs =
    batchState.get()?.unkept === true
      ? undefined
      : await claimRow(batch.id, row).catch(() => undefined);
  if (theirs !== undefined) return { ended: theirs };
  const sending: BatchRow = { ...reopened(row), status: "sending", at: Date.now() };
  changeRow(sending);
  try {
    const headers = journalHeaders({ batch: batch.id, undoes: row.undoes });
    const context = { client, batch: batch.id, headers };
    return { ended: asDone(sending, await sendStep(row.step, context)) };
  } catch (error) {
    if (error instanceof UnclearOutcomeError) {
      return failed({ ...sending, status: "unknown" }, error.cause);
    }
    if (!mayBeDone(error)) return failed({ ...sending, status: "failed" }, error);
    try {
      const done = await lookUpStep(row.step, client);
      return done === undefined
        ? failed({ ...sending, status: "failed" }, error)
        : { ended: asDone(sending, done) };
    } catch {
      return failed({ ...sending, status: "unknown" }, error);
    }
  }
}

function asDone({ reason: _reason, ...row }: BatchRow, { createdId }: Done): BatchRow {
  return { ...row, status: "done", createdId };
}

/** A row that was not done, or may not have been; where the provider only asks to wait, it stays open. */
function failed(row: BatchRow, error: unknown): Ended {
  if (isApiError(error) && error.kind === "tooManyRequests" && row.status === "failed") {
    change({ waitsUntil: Date.now() + (retryAfterMs(error) || DEFAULT_WAIT_MS) });
    return { ended: { ...row, status: "open" } };
  }
  const reason = failureText(error);
  const ended = { ...row, reason };
  return concernsAll(error) ? { ended, stopsWith: reason } : { ended };
}

/** Whether every other row would fail likewise. */
function concernsAll(error: unknown): boolean {
  if (!isApiError(error)) return false;
  const { kind, network, refusedReason } = error;
  const isRefused = kind === "refused" && refusedReason !== "noAccess";
  return kind === "offline" || kind === "store" || isRefused || network !== undefined;
}

/** Why a row failed, in words: with the provider's own where they say more. */
function failureText(error: unknown): string {
  if (error instanceof NoScenarioError) return t("batch.noScenario");
  if (error instanceof NotUndoneError) return t(`batch.undo.${error.reason}`);
  const { title, quote } = errorText(error, t);
  const fields = isApiError(error) ? Object.values(error.fields).flat() : [];
  const said = fields.length > 0 ? fields.join(" ") : quote;
  return said === undefined ? title : `${title}: ${said}`;
}

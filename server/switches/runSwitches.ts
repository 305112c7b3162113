import { closeDirections } from "#api/directions.ts";
import { followExternalNumber } from "#api/forwarding.ts";
import { activateScenario } from "#api/sipScenarios.ts";
import type { SwitchReason, SwitchSubject, SwitchTrouble } from "#api/switches.ts";
import type { Log } from "#proxy/log.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { ServerUpstream, WrittenFor } from "#proxy/writeForServer.ts";
import type { RecordedResponse } from "#proxy/write.ts";
import { addDoneEntry, completeEntry } from "#server/journal/journal.ts";
import { errorOutcome, responseOutcome } from "#server/journal/outcome.ts";
import type { Store } from "#server/store/store.ts";
import { takeLease } from "#server/watch/lease.ts";
import type { Follower } from "#server/watch/watch.ts";
import { type Present, readIdsOfCode, readPresent } from "./present.ts";
import { type Change, type IdsOfCode, leadsBack, readChanges, readLastEntry } from "./since.ts";
import {
  endSwitch,
  iso,
  journalFields,
  journalObject,
  prune,
  readDue,
  readWaiting,
  type Row,
  subjectOf,
  update,
} from "./switchStore.ts";

/** An attempt is over by then, whatever became of its process: it reads, and writes once. */
export const CLAIM_MS = 60_000;
/** What could not be done for so long after its moment is given up. */
export const GIVE_UP_MS = 24 * 60 * 60_000;
/** The first pause after a failure; each is twice as long as the one before. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Before what was sent is looked at: the provider may still be at it. */
const UNCLEAR_PAUSE_MS = 30_000;
const PRUNE_MS = 60 * 60_000;

/** In the journal: it ended without a write. */
export const END_SWITCH = "END /switches";

/** In whose name it is done, as the journal shows it. */
export const actorFor = (person: string) => `Pult, for ${person}`;

export interface SwitchOptions {
  store: Store;
  upstream: ServerUpstream;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Switches extends Follower {
  /** Ends once none is being carried out. */
  idle: () => Promise<void>;
}

const NO_IDS: IdsOfCode = new Map();

/** What an attempt came to. */
type Ending = "done" | SwitchReason;
type Result =
  | { end: Ending; message?: string | null }
  | { retry: SwitchTrouble | null; pauseMs?: number };

/** Carries out the switches of a store at their moments, on the instance that watches. */
export function createSwitches({ store, upstream, log, now = Date.now }: SwitchOptions): Switches {
  let running: Promise<void> | undefined;
  let isStopped = false;
  let prunedAt = -Infinity;

  const settle = async (row: Row, result: Result): Promise<void> => {
    const at = now();
    const isTooLate = at - row.until_at >= GIVE_UP_MS;
    if ("retry" in result && !isTooLate) {
      const pauseMs = result.pauseMs ?? pauseAfter(row.attempts);
      const next_at = Math.min(at + pauseMs, row.until_at + GIVE_UP_MS);
      await store.use((db) => update(db, row, { next_at, claimed: 0, trouble: result.retry }));
      return;
    }
    const { end, message = null } = "end" in result ? result : { end: "unreachable" as const };
    await finish(row, end, message);
  };

  /** Ends a switch; what ended without a write is told in the journal. */
  const finish = async (row: Row, end: Ending, message: string | null = null): Promise<void> => {
    const at = now();
    await store.use((db) =>
      db.transaction().execute(async (trx) => {
        const hasEnded = await endSwitch(trx, row, end, { at, message });
        if (!hasEnded || end === "done") return;
        const subject = subjectOf(row);
        const fields = { ...journalFields(subject), until: iso(row.until_at), reason: end };
        const { number, name } = row;
        await addDoneEntry(
          trx,
          {
            at,
            actor: actorFor(row.actor),
            operation: END_SWITCH,
            subject: { ...journalObject(subject), number, name, fields, before: null },
            requestId: row.id,
          },
          { outcome: end === "unknown" ? "unknown" : "refused", message },
        );
      }),
    );
  };

  let seenEntry = -1;
  /** Ends those in whose place somebody has set something through Pult since. */
  const endReplaced = async (): Promise<void> => {
    const last = await store.use(readLastEntry);
    if (last === seenEntry) return;
    const open = await store.use((db) => readWaiting(db, now()));
    const needsIds = open.some(
      ({ kind, since_entry: since }) => kind === "direction" && since < last,
    );
    const idsOfCode = needsIds ? await readIdsOfCode(upstream.read) : NO_IDS;
    for (const row of open) {
      const [subject, since] = [subjectOf(row), Math.max(row.since_entry, seenEntry)];
      // oxlint-disable no-await-in-loop -- one connection
      const changes = await store.use((db) => readChanges(db, subject, { since, idsOfCode }));
      const end = endedBy(row, changes);
      if (end !== undefined) await finish(row, end);
      // oxlint-enable no-await-in-loop
    }
    seenEntry = last;
  };

  const carryOut = async (due: Row, holder: string): Promise<void> => {
    const row = await claim(store, due, { holder, now: now() });
    if (row === undefined) return;
    const result = await attempt(row, { store, upstream, now }).catch(toResult);
    if ("retry" in result)
      log({ level: "error", event: "switch", reason: result.retry ?? "unclear" });
    await settle(row, result);
  };

  const carryOutAll = async (holder: string): Promise<void> => {
    await endReplaced().catch((error: unknown) => {
      // The countries can't be read now: what is due may be of another kind.
      if (!(error instanceof ProxyError)) throw error;
    });
    for (const row of await store.use((db) => readDue(db, now()))) {
      if (isStopped) return;
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the provider sets a pace
      await carryOut(row, holder);
    }
  };

  return {
    // Without waiting for them: they must not keep the lease from being renewed.
    onRound: async ({ holder }) => {
      if (isStopped || running !== undefined) return;
      running = carryOutAll(holder)
        .catch(() => log({ level: "error", event: "switch", reason: "STORE_failed" }))
        .finally(() => {
          running = undefined;
        });
      const at = now();
      if (at - prunedAt < PRUNE_MS) return;
      prunedAt = at;
      await store.use((db) => prune(db, at));
    },
    idle: async () => {
      await running;
    },
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

/** Takes a switch for one attempt; undefined if another one has it, or another instance watches. */
function claim(
  store: Store,
  row: Row,
  { holder, now }: { holder: string; now: number },
): Promise<Row | undefined> {
  return store.use((db, engine) =>
    db.transaction().execute(async (trx) => {
      if (!(await takeLease(trx, engine, holder))) return undefined;
      const taken = { next_at: now + CLAIM_MS, attempts: row.attempts + 1, claimed: 1 };
      return (await update(trx, row, taken)) ? { ...row, ...taken } : undefined;
    }),
  );
}

interface AttemptOptions {
  store: Store;
  upstream: ServerUpstream;
  now: () => number;
}

/**
 * One attempt: looks at what is there and what was done since, and writes if that is still what the
 * switch has set. Throws `ProxyError` and `StoreError` where nothing was sent.
 */
async function attempt(row: Row, { store, upstream, now }: AttemptOptions): Promise<Result> {
  const subject = subjectOf(row);
  const present = await readPresent(subject, upstream.read, store);
  if (present === "gone") return { end: "gone" };
  const idsOfCode = subject.kind === "direction" ? await readIdsOfCode(upstream.read) : NO_IDS;
  const since = row.since_entry;
  const changes = await store.use((db) => readChanges(db, subject, { since, idsOfCode }));
  const own = changes.find((change) => isOwn(row, change));
  if (own?.outcome === "done") return { end: "done" };
  const isUnclear = own?.outcome === "unknown" || own?.outcome === "begun";
  const end = endedBy(row, changes);
  if (end !== undefined) return { end };
  const decided = decide(present, isUnclear);
  if (decided === "write") {
    const about = { user: userFor(row.actor), requestId: `${row.id}-${row.attempts}` };
    return send(() => write(subject, upstream, about), subject);
  }
  if (decided === "done" && own !== undefined) {
    await completeEntry(store, own.id, { outcome: "done", message: null }, now());
  }
  return { end: decided };
}

/** What to do by what is there now; `isUnclear`: an attempt before may have been carried out. */
function decide(present: Present, isUnclear: boolean): "write" | "done" | SwitchReason {
  switch (present) {
    case "set":
      // What is there is read: the attempt before was not carried out.
      return "write";
    case "back":
      return isUnclear ? "done" : "already";
    case "unknown":
      return isUnclear ? "unknown" : "changed";
    case "gone":
      return "gone";
    case "other":
      return "changed";
  }
}

/** Why a switch has nothing to do any more: somebody has set something since. */
function endedBy(row: Row, changes: readonly Change[]): "changed" | "already" | undefined {
  const last = changes.find((change) => change.outcome === "done" && !isOwn(row, change));
  if (last === undefined) return undefined;
  return leadsBack(subjectOf(row), last) ? "already" : "changed";
}

const isOwn = (row: Row, { requestId }: Change) => requestId.startsWith(row.id);

const userFor = (person: string) =>
  ({ id: "pult", name: actorFor(person), role: "admin", session: undefined }) as const;

function write(
  subject: SwitchSubject,
  upstream: ServerUpstream,
  about: WrittenFor,
): Promise<RecordedResponse> {
  switch (subject.kind) {
    case "scenario": {
      const params = { id: subject.account, sid: subject.back.id };
      return upstream.write(activateScenario, { params }, about);
    }
    case "direction":
      return upstream.write(closeDirections, { body: { codes: [subject.code] } }, about);
    case "forwarding":
      return upstream.write(followExternalNumber, { body: subject.back }, about);
  }
}

async function send(act: () => Promise<RecordedResponse>, subject: SwitchSubject): Promise<Result> {
  const operation = {
    scenario: activateScenario,
    direction: closeDirections,
    forwarding: followExternalNumber,
  }[subject.kind];
  let response: RecordedResponse["response"];
  try {
    ({ response } = await act());
  } catch (error) {
    if (isUnsent(error)) throw error;
    return unclear(subject);
  }
  const { outcome, message } = responseOutcome(operation, response);
  if (outcome === "done") return { end: "done" };
  if (outcome !== "refused") return unclear(subject);
  const { status, headers } = response;
  const pauseMs = Number(headers["retry-after"] ?? 0) * 1000 || undefined;
  if (status === 429)
    return { retry: "unreachable", ...(pauseMs === undefined ? {} : { pauseMs }) };
  // A token or its rights can be mended: only a refusal of this very request is the end.
  if (status === 401 || status === 403 || status >= 500) return { retry: "denied" };
  return { end: "refused", message };
}

/** What can be read back is looked at later; a forwarding can't be, and nothing is sent twice. */
function unclear({ kind }: SwitchSubject): Result {
  if (kind === "forwarding") return { end: "unknown" };
  return { retry: "unreachable", pauseMs: UNCLEAR_PAUSE_MS };
}

/** Whether a write is known not to have left. */
function isUnsent(error: unknown): boolean {
  if (!(error instanceof ProxyError)) return false;
  return error.problem === "store-failed" || errorOutcome(error).outcome === "refused";
}

function toResult(error: unknown): Result {
  const reason = error instanceof ProxyError ? error.reason : undefined;
  return { retry: /^HTTP_(401|403)$/.test(reason ?? "") ? "denied" : "unreachable" };
}

function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
}

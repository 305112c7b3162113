import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { WATCHED_KINDS, type WatchedKind } from "#api/history.ts";
import type { Log } from "#proxy/log.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { ReadForServer } from "#proxy/readForServer.ts";
import type { Store } from "#server/store/store.ts";
import { StoreError } from "#server/store/storeError.ts";
import { giveUpLease, RENEW_MS, takeLease } from "./lease.ts";
import { createReader, type LabelOf } from "./look.ts";
import { prune } from "./prune.ts";
import { type KnownStates, readKnown, recordFailure, recordLook } from "./recordLook.ts";

export interface WatchOptions {
  store: Store;
  read: ReadForServer;
  /** Of the sandbox; null is the default one. */
  office: string | null;
  /** Milliseconds between two looks. */
  everyMs: number;
  /** Milliseconds until the first look; none by default. */
  delayMs?: number;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  follower?: Follower | undefined;
}

/** Who acts on what is seen, on the instance that watches alone. */
export interface Follower {
  /** Waited for after each look, and each time that the lease is renewed; what it throws is logged. */
  onRound: (round: Round) => Promise<void>;
  stop: () => Promise<void>;
}

export interface Round {
  /** Of the lease, which it holds. */
  holder: string;
  /** Whether it has looked; otherwise it only goes on holding the lease. */
  hasLooked: boolean;
  labelOf: LabelOf;
}

export interface Watch {
  /** Ends after the look under way, and lets another instance take over at once. */
  stop: () => Promise<void>;
}

/** A look that is this many intervals later than the one before follows a gap. */
const GAP_LOOKS = 2.5;
const PRUNE_MS = 60 * 60_000;
/** It is not trusted to want no question for longer. */
const MAX_WAIT_MS = 10 * 60_000;

/**
 * Looks who is registered, day and night, and stores what changes. Of several instances on one
 * database one does; another takes over within 15 seconds after it has ended. Never throws: what
 * fails is logged, and tried again at the next look.
 */
export function startWatch(options: WatchOptions): Watch {
  const { store, read, office, everyMs, delayMs = 0, log, now = Date.now, follower } = options;
  const holder = randomUUID();
  const end = new AbortController();
  const { signal } = end;
  const reader = createReader({ read, office, everyMs, now, signal });
  /** Undefined until this instance watches: another one may have stored looks since. */
  const known: Partial<Record<WatchedKind, KnownStates>> = {};
  let prunedAt = -Infinity;
  /** The provider does not want to be asked before; a viewer's request goes first then. */
  let resumeAt = -Infinity;

  const look = async (kind: WatchedKind): Promise<void> => {
    const startedAt = now();
    try {
      const before = known[kind] ?? (await readKnown(store, kind));
      const seen = await reader[kind](before);
      // A look at thousands of accounts takes its time.
      const gapMs = GAP_LOOKS * everyMs + (now() - startedAt);
      const recorded = await recordLook(store, seen, before, { holder, gapMs });
      known[kind] = recorded?.known;
    } catch (error) {
      if (signal.aborted) return;
      known[kind] = undefined;
      log({ level: "error", event: "watch", reason: reasonOf(error) });
      if (!(error instanceof ProxyError)) return;
      resumeAt = Math.max(resumeAt, now() + retryAfterMs(error));
      await recordFailure(store, kind, startedAt, holder);
    }
  };

  const endRound = async (hasLooked: boolean): Promise<void> =>
    follower?.onRound({ holder, hasLooked, labelOf: reader.labelOf });

  const lookAtAll = async (): Promise<void> => {
    if (!(await store.use((db, engine) => takeLease(db, engine, holder)))) {
      for (const kind of WATCHED_KINDS) known[kind] = undefined;
      return;
    }
    await Promise.all(WATCHED_KINDS.map(look));
    await endRound(true);
    if (now() - prunedAt < PRUNE_MS) return;
    prunedAt = now();
    await prune(store, now());
  };

  const run = async (): Promise<void> => {
    let nextAt = now() + delayMs;
    while (!signal.aborted) {
      // oxlint-disable no-await-in-loop -- one look after the other
      try {
        if (now() >= nextAt) {
          nextAt = now() + everyMs;
          await lookAtAll();
          nextAt = Math.max(nextAt, resumeAt);
        } else {
          const isHeld = await store.use((db, engine) => takeLease(db, engine, holder));
          if (isHeld) await endRound(false);
        }
      } catch (error) {
        log({ level: "error", event: "watch", reason: reasonOf(error) });
      }
      await pause(Math.min(RENEW_MS, Math.max(0, nextAt - now())), signal);
      // oxlint-enable no-await-in-loop
    }
    await follower?.stop();
    await store.use((db) => giveUpLease(db, holder)).catch(() => undefined);
  };

  const running = run();
  return {
    stop: async () => {
      end.abort();
      await running;
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof ProxyError) return error.reason ?? error.problem;
  return error instanceof StoreError ? `STORE_${error.problem}` : "failed";
}

/** How long the provider wants not to be asked, in milliseconds. */
function retryAfterMs({ headers }: ProxyError): number {
  const seconds = Number(headers["retry-after"] ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, MAX_WAIT_MS) : 0;
}

/** Resolves after `ms` milliseconds, or when `signal` aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

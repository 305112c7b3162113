import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createForwarding } from "#proxy/app.ts";
import { createReadForServer, type ReadForServer } from "#proxy/readForServer.ts";
import { createStore, type Store } from "#server/store/store.ts";
import { createReader } from "#server/watch/look.ts";
import { readHistory } from "#server/watch/readHistory.ts";
import { type KnownStates, recordLook } from "#server/watch/recordLook.ts";
import { median } from "../scripts/lib/chunks.ts";
import { microseconds, withServers } from "./proxyServers/start.ts";
import { report } from "./report.ts";

const ACCOUNTS = 5_000;
const EVERY_MS = 30_000;
const DAY_MS = 24 * 60 * 60_000;
/** Each account changes so often. */
const CHANGES_A_DAY = 2;
const CHANGES_A_LOOK = (ACCOUNTS * CHANGES_A_DAY * EVERY_MS) / DAY_MS;
/** Of one core. */
const MAX_CPU = 0.02;
/** After a week, as a multiple of what it takes after a day. */
const MAX_MEMORY = 1.1;
/** Thirty days out of a year, as a multiple of a day out of a day. */
const MAX_HISTORY = 3;

export async function benchWatch(): Promise<void> {
  await benchCpu();
  await benchMemory();
  await benchHistory();
}

/** What a look costs: 50 pages of statuses over HTTP, parsed, compared and stored. */
async function benchCpu(): Promise<void> {
  const [warmUp, looks] = [10, 60];
  await inStore(async (store) =>
    withServers(async (servers) => {
      const upstreamUrl = await servers.start("statusesUpstream.ts", {
        ACCOUNTS: String(ACCOUNTS),
      });
      const forwarding = createForwarding({ upstreamUrl, token: "bench", client: "1" });
      const look = watching(store, createReadForServer(forwarding));
      let began = process.cpuUsage();
      for (let index = -warmUp; index < looks; index++) {
        if (index === 0) began = process.cpuUsage();
        await look(index * EVERY_MS);
      }
      const { user, system } = process.cpuUsage(began);
      const perLookMs = (user + system) / 1000 / looks;
      const share = perLookMs / EVERY_MS;
      report(
        share <= MAX_CPU,
        `Watch of ${ACCOUNTS} accounts every ${EVERY_MS / 1000} s: ${(share * 100).toFixed(2)} % of ` +
          `one core (at most ${MAX_CPU * 100} %; ${perLookMs.toFixed(0)} ms a look)`,
      );
    }),
  );
}

/** A week of looks, without HTTP between. */
async function benchMemory(): Promise<void> {
  await inStore(async (store) => {
    const provider = changingStatuses();
    const look = watching(store, provider.read);
    const heapAfter: number[] = [];
    const perDay = DAY_MS / EVERY_MS;
    for (let index = 0; index < 7 * perDay; index++) {
      provider.change();
      await look(index * EVERY_MS);
      if ((index + 1) % perDay === 0) heapAfter.push(usedHeap());
    }
    const [day = 0] = heapAfter;
    const week = heapAfter.at(-1) ?? 0;
    report(
      week / day <= MAX_MEMORY,
      `Memory of the watch after a week against a day: ${(week / day).toFixed(2)} × (at most ` +
        `${MAX_MEMORY}; ${megabytes(week)} and ${megabytes(day)} MB, ${7 * perDay} looks)`,
    );
  });
}

/** One account's history out of a year of all, and out of a day. */
async function benchHistory(): Promise<void> {
  await inStore(async (short) =>
    inStore(async (long) => {
      const now = 365 * DAY_MS;
      await fill(short, now - DAY_MS, now);
      await fill(long, 0, now);
      const times: [number[], number[]] = [[], []];
      for (let round = -50; round < 500; round++) {
        for (const [index, [store, days]] of (
          [
            [short, 1],
            [long, 30],
          ] as const
        ).entries()) {
          const of = { kind: "sip", id: 1 + (Math.abs(round * 7) % ACCOUNTS) } as const;
          const from = new Date(now - days * DAY_MS).toISOString();
          const start = performance.now();
          await readHistory(store, of, { from }, now);
          if (round >= 0) times[index]?.push(performance.now() - start);
        }
      }
      const [day = 0, month = 0] = times.map(median);
      report(
        month / day <= MAX_HISTORY,
        `History: 30 days of one account out of a year of ${ACCOUNTS} takes ` +
          `${(month / day).toFixed(2)} × a day out of a day (at most ${MAX_HISTORY}; p50 ` +
          `${microseconds(month)} and ${microseconds(day)} µs)`,
      );
    }),
  );
}

/** Looks at a simulated moment, in milliseconds since the start. */
function watching(store: Store, read: ReadForServer): (at: number) => Promise<void> {
  let now = 0;
  const { signal } = new AbortController();
  const reader = createReader({ read, office: null, everyMs: EVERY_MS, now: () => now, signal });
  let known: KnownStates = new Map();
  return async (at) => {
    now = Date.UTC(2026, 0, 1) + at;
    const seen = { ...(await reader.sip(known)), at: now };
    const recorded = await recordLook(store, seen, known, { holder: "bench", gapMs: 75_000 });
    known = recorded?.known ?? known;
  };
}

/** A provider in memory, in which some accounts change between two looks. */
function changingStatuses(): { read: ReadForServer; change: () => void } {
  const accounts = Array.from({ length: ACCOUNTS }, (_, index) => ({
    id: index + 1,
    number: 200 + index,
    name: `Отдел ${index}`,
    on_line: true,
    finally_created: true,
  }));
  const page = (number: number) => ({
    data: accounts.slice((number - 1) * 100, number * 100),
    current_page: number,
    last_page: ACCOUNTS / 100,
    total: ACCOUNTS,
  });
  const read = async (_operation: unknown, { query }: { query: { page: number } }) => ({
    data: page(query.page),
    ageMs: 0,
  });
  let next = 0;
  let due = 0;
  return {
    read: read as unknown as ReadForServer,
    change: () => {
      for (due += CHANGES_A_LOOK; due >= 1; due--) {
        const account = accounts[next++ % ACCOUNTS];
        if (account !== undefined) account.on_line = !account.on_line;
      }
    },
  };
}

async function inStore(measure: (store: Store) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "pult-bench-"));
  const store = createStore({ file: join(dir, "watch.db") });
  try {
    await measure(store);
  } finally {
    await store.close();
    rmSync(dir, { recursive: true });
  }
}

/** Two changes a day of each account, at moments of its own. */
async function fill(store: Store, from: number, to: number): Promise<void> {
  const stepMs = DAY_MS / CHANGES_A_DAY;
  await store.use((db) =>
    db.transaction().execute(async (trx) => {
      for (let at = from; at < to; at += stepMs) {
        const state = (at / stepMs) % 2 === 0 ? ("online" as const) : ("offline" as const);
        const rows = Array.from({ length: ACCOUNTS }, (_, index) => ({
          kind: "sip" as const,
          object_id: index + 1,
          at: at + index * 1000,
          state,
        }));
        for (let first = 0; first < ACCOUNTS; first += 1_000) {
          await trx
            .insertInto("watch_changes")
            .values(rows.slice(first, first + 1_000))
            .execute();
        }
      }
      await trx
        .insertInto("watch_looks")
        .values({ kind: "sip", looked_at: to, failing_since: null })
        .execute();
    }),
  );
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function usedHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

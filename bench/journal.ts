import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { readJournal } from "#server/journal/journal.ts";
import { createStore, type Store } from "#server/store/store.ts";
import { median } from "../scripts/lib/chunks.ts";
import { SETTINGS } from "./proxy.ts";
import { buildServer, microseconds, timeInTurns, withServers } from "./proxyServers/start.ts";
import { report } from "./report.ts";

/** A recorded change, as a multiple of one that reads the same values and records nothing. */
const MAX_WRITE = 1.5;
/** A page of a long journal, as a multiple of that of a short one. */
const MAX_PAGE = 2;
const PLAN = { starts: 4, warmUp: 500, rounds: 1500 };
const [SHORT, LONG] = [1_000, 1_000_000];

export async function benchJournal(): Promise<void> {
  await benchWrites();
  await benchPages();
}

/**
 * Measures a change through the whole server, with its entry committed before it leaves and
 * completed after it, against the same through the proxy alone.
 */
async function benchWrites(): Promise<void> {
  const [ours, alone] = [await buildServer("ours"), await buildServer("proxyAlone")];
  const times: [number[], number[], number[]] = [[], [], []];
  for (let start = 0; start < PLAN.starts; start++) {
    const dir = mkdtempSync(join(tmpdir(), "pult-bench-"));
    await withServers(async (servers) => {
      const upstream = await servers.start("upstream.ts");
      const env = { PLUSOFON_URL: upstream, DATA_DIR: dir, ...SETTINGS };
      const addresses = [
        await servers.start(ours, env),
        await servers.start(alone, { ...env, READS_BEFORE: "1" }),
        await servers.start(alone, env),
      ];
      const call = {
        method: "PATCH",
        path: "/api/v1/sip/7",
        headers: { "x-pult": "1", "content-type": "application/json" },
        body: JSON.stringify({ name: "Приёмная" }),
      } as const;
      const timed = addresses.map((address) => ({ client: servers.connect(address), call }));
      const measured = await timeInTurns(timed, PLAN);
      for (const [index, ms] of measured.entries()) times[index]?.push(...ms);
    });
    rmSync(dir, { recursive: true });
  }
  const [recorded = 0, read = 0, bare = 0] = times.map(median);
  report(
    recorded / read <= MAX_WRITE,
    `Journal: a recorded change takes ${(recorded / read).toFixed(2)} × one that reads the same values ` +
      `and is not recorded (at most ${MAX_WRITE}; p50 of ${times[0].length}: ${microseconds(recorded)} µs, ` +
      `${microseconds(read)} µs, and ${microseconds(bare)} µs without reading; load ${loadavg()[0]?.toFixed(1)})`,
  );
}

/** Measures the first page, a page of one object, and one of the middle. */
async function benchPages(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "pult-bench-"));
  const short = createStore({ file: join(dir, "short.db") });
  const long = createStore({ file: join(dir, "long.db") });
  await fill(short, SHORT);
  await fill(long, LONG);
  const pages = [
    { name: "the newest", query: () => ({}) },
    { name: "of one account", query: () => ({ kind: "sip" as const, object: "7" }) },
    { name: "from the middle", query: (count: number) => ({ before: count / 2 }) },
  ];
  for (const { name, query } of pages) {
    const times: [number[], number[]] = [[], []];
    for (let round = -50; round < 300; round++) {
      for (const [index, [store, count]] of (
        [
          [short, SHORT],
          [long, LONG],
        ] as const
      ).entries()) {
        const start = performance.now();
        await readJournal(store, query(count), Date.now());
        if (round >= 0) times[index]?.push(performance.now() - start);
      }
    }
    const [few = 0, many = 0] = times.map(median);
    report(
      many / few <= MAX_PAGE,
      `Journal, the page ${name}: ${(many / few).toFixed(2)} × among 1,000,000 entries what it takes ` +
        `among 1,000 (at most ${MAX_PAGE}; p50 ${microseconds(many)} and ${microseconds(few)} µs)`,
    );
  }
  await Promise.all([short.close(), long.close()]);
  rmSync(dir, { recursive: true });
}

/** 500 changes of 20 accounts. */
const changes = (from: number) =>
  Array.from({ length: 500 }, (_, index) => ({
    at: (from + index) * 1000,
    actor: "anna",
    operation: "PATCH /sip/{id}",
    object_kind: "sip" as const,
    object_id: String(index % 20),
    object_number: String(200 + (index % 20)),
    object_name: `Отдел ${index}`,
    fields: '{"name":"Приёмная"}',
    before: `{"name":"Отдел ${index}"}`,
    outcome: "done" as const,
    request_id: "0123456789abcdef",
    words: `anna patch /sip/{id} ${index} отдел приёмная`,
  }));

/** As many entries. */
async function fill(store: Store, count: number): Promise<void> {
  await store.use((db) =>
    db.transaction().execute(async (trx) => {
      for (let from = 0; from < count; from += 500) {
        await trx.insertInto("journal").values(changes(from)).execute();
      }
    }),
  );
}

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { fetchAsApp } from "#proxy/testing/proxy.ts";
import { recordingUpstream } from "#proxy/testing/upstream.ts";
import { createStore, type Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { readJournal } from "./journal.ts";
import { startProcess } from "#server/testing/startProcess.ts";

/** How often the server is killed; `KILLS=20 npx vitest run server/journal/crash` does it more often. */
const KILLS = Number(process.env["KILLS"] ?? 2);
const WRITES_PER_LIFE = 50;
/** Writes in flight at a time. */
const CLIENTS = 8;

/** Sends numbered writes until the server is gone, and kills it after some of them. */
async function writeAndKill(child: ChildProcess, url: string, first: number): Promise<number> {
  let next = first;
  const send = async () => {
    while (next < first + WRITES_PER_LIFE && child.exitCode === null && !child.killed) {
      const role = `write ${next++}`;
      if (next === first + WRITES_PER_LIFE - CLIENTS) child.kill("SIGKILL");
      const body = JSON.stringify({ role });
      const headers = { "content-type": "application/json" };
      // oxlint-disable-next-line no-await-in-loop -- one at a time for each client
      await fetchAsApp(`${url}/api/v1/sip/7`, { method: "PATCH", headers, body }).catch(() => 0);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, send));
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return next;
}

async function recordedRoles(store: Store): Promise<string[]> {
  const roles: string[] = [];
  let before: number | undefined;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
    const { items, next } = await readJournal(store, { limit: 200, before }, Date.now());
    roles.push(...items.map(({ fields }) => String(fields["role"])));
    if (next === null) return roles;
    before = next;
  }
}

describeOnEachEngine("a journal whose server is killed", (engine) => {
  it.skipIf(!engine.isShared)(
    "has each write that the provider saw, once",
    { timeout: 60_000 + KILLS * 10_000 },
    async () => {
      const location = await engine.location();
      const upstream = await recordingUpstream((_, response) => response.end('{"success":true}'));
      onTestFinished(() => upstream.close());
      let next = 0;
      for (let life = 0; life < KILLS; life++) {
        // oxlint-disable no-await-in-loop -- one life after another
        const { child, url } = await startProcess(upstream.url, location);
        next = await writeAndKill(child, url, next);
        // oxlint-enable no-await-in-loop
      }
      const seen = upstream.seen.flatMap(({ method, body }) =>
        method === "PATCH" ? [(JSON.parse(body) as { role: string }).role] : [],
      );
      const store = createStore(location);
      const recorded = await recordedRoles(store);
      await store.close();
      expect(seen.length).toBeGreaterThan(KILLS * 10);
      expect(new Set(seen).size).toBe(seen.length);
      expect(new Set(recorded).size).toBe(recorded.length);
      expect(recorded).toEqual(expect.arrayContaining(seen));
    },
  );
});

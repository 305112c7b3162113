import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { serve, type TestServer } from "#proxy/testing/upstream.ts";
import { createStore } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";

/** How often who watches is killed; `KILLS=20 npx vitest run server/watch/leader` does it more often. */
const KILLS = Number(process.env["KILLS"] ?? 1);
const ACCOUNTS = 100;
/** A lease of ten seconds ends, the other instance starts, and looks. */
const TAKEOVER_MS = 30_000;

/** A provider whose accounts go offline one after another, each once and for good. */
function fallingAccounts() {
  let offline = 0;
  const page = (path: string) => {
    const data = Array.from({ length: ACCOUNTS }, (_, index) => ({
      id: index + 1,
      number: 200 + index,
      name: `Отдел ${index}`,
      on_line: index >= offline,
      finally_created: true,
      active_sip_scenario: null,
    }));
    return path.includes("/external")
      ? { external_numbers: [] }
      : { data, current_page: 1, last_page: 1, total: ACCOUNTS };
  };
  return {
    respond: (path: string) => JSON.stringify({ ...page(path), success: true }),
    fall: () => {
      offline = Math.min(offline + 1, ACCOUNTS);
    },
    fallen: () => offline,
  };
}

/** One of two instances of Pult, with an address of the provider of its own. */
interface Instance {
  child: ChildProcess;
  upstream: TestServer;
  looks: number;
  isHit: boolean;
}

async function startInstance(
  databaseUrl: string,
  provider: ReturnType<typeof fallingAccounts>,
): Promise<Instance> {
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? "";
    response.setHeader("content-type", "application/json");
    response.end(provider.respond(path));
    if (!path.includes("/sip/statuses")) return;
    instance.looks++;
    provider.fall();
    // While it stores what it has seen.
    if (instance.isHit) instance.child.kill("SIGKILL");
  };
  const upstream = await serve(listener);
  const child = fork(join(import.meta.dirname, "../testing/serverProcess.ts"), {
    execArgv: ["--import", "tsx"],
    env: {
      PATH: process.env["PATH"] ?? "",
      PORT: "0",
      PLUSOFON_TOKEN: "token",
      PLUSOFON_URL: upstream.url,
      DATABASE_URL: databaseUrl,
      WATCH_EVERY: "1",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const instance: Instance = { child, upstream, looks: 0, isHit: false };
  await once(child, "message");
  return instance;
}

async function end({ child, upstream }: Instance): Promise<void> {
  const exit = once(child, "exit");
  if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) await exit;
  await upstream.close();
}

async function looksOf(one: Instance, least: number): Promise<void> {
  await vi.waitFor(() => expect(one.looks).toBeGreaterThanOrEqual(least), TAKEOVER_MS);
}

describeOnEachEngine("two instances that watch", (engine) => {
  it(
    "lose no change and store none twice, whichever is killed",
    { timeout: 60_000 + KILLS * TAKEOVER_MS },
    async ({ skip }) => {
      const location = await engine.location();
      if (!("url" in location)) return skip("Several instances share a PostgreSQL database.");
      const provider = fallingAccounts();
      const start = () => startInstance(location.url, provider);
      let leader = await start();
      await looksOf(leader, 2);
      for (let kill = 0; kill < KILLS; kill++) {
        // oxlint-disable no-await-in-loop -- one after another
        const successor = await start();
        const exit = once(leader.child, "exit");
        leader.isHit = true;
        await exit;
        // Nobody sees this one go.
        provider.fall();
        await looksOf(successor, 2);
        await end(leader);
        leader = successor;
        // oxlint-enable no-await-in-loop
      }
      // What the last look but one has found is stored.
      const fallen = provider.fallen();
      await looksOf(leader, leader.looks + 2);
      await end(leader);
      const store = createStore(location);
      const drops = await store.use((db) =>
        db
          .selectFrom("watch_changes")
          .select("object_id")
          .where("state", "=", "offline")
          .orderBy("object_id")
          .execute(),
      );
      await store.close();
      const ids = drops.map(({ object_id: id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.slice(0, fallen)).toEqual(Array.from({ length: fallen }, (_, index) => index + 1));
      expect(fallen).toBeGreaterThan(KILLS * 2);
    },
  );
});

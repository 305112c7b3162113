import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished, vi } from "vitest";
import { recordingUpstream } from "#proxy/testing/upstream.ts";
import { startProcess } from "#server/testing/startProcess.ts";
import { createStore } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { readJournal } from "#server/journal/journal.ts";
import { addSwitch } from "./switchStore.ts";

const BACK = 2;
const scenario = (id: number, active: number) => ({
  id,
  name: `Scenario ${id}`,
  active: id === active,
  endpoints: [{ type: "sip", timeout: 20 }],
});
const LIST = { data: [], current_page: 1, last_page: 1, per_page: 100, total: 0 };

/** A provider with one account: `onWrite` may end the server before or after the write is done. */
async function startProvider() {
  const provider = { active: 1, done: 0, onWrite: (act: () => void) => act() };
  const upstream = await recordingUpstream(({ method, url = "" }, response) => {
    if (method === "PATCH") {
      provider.onWrite(() => {
        provider.active = BACK;
        provider.done++;
        response.end('{"success":true}');
      });
      return;
    }
    const account = { id: 25, name: "Reception", number: 214, finally_created: true };
    const rest = { login: "a", role: "", server: "s", aon: null };
    const sip_scenarios = [scenario(1, provider.active), scenario(BACK, provider.active)];
    const isAccount = url.endsWith("/sip/25");
    const body = isAccount ? { ...account, ...rest, sip_scenarios } : LIST;
    response.end(JSON.stringify(/external/.test(url) ? { external_numbers: [] } : body));
  });
  onTestFinished(() => upstream.close());
  const sent = () => upstream.seen.filter(({ method }) => method === "PATCH").length;
  return { provider, url: upstream.url, sent };
}

describeOnEachEngine("a switch whose server is killed as it is carried out", (engine) => {
  it.skipIf(!engine.isShared)(
    "is done by the next one if it was not done, and not once more if it was",
    { timeout: 90_000 },
    async () => {
      const location = await engine.location();
      const store = createStore(location);
      onTestFinished(() => store.close());
      const now = Date.now();
      const subject = {
        kind: "scenario" as const,
        account: 25,
        scenario: { id: 1, name: "Scenario 1" },
        back: { id: BACK, name: "Scenario 2" },
      };
      const set = { until: now, now, actor: "anna", since: 0 };
      await store.use((db) => addSwitch(db, { subject, number: "214", name: "Reception" }, set));
      const { provider, url, sent } = await startProvider();
      const start = async () => (await startProcess(url, location, { WATCH_EVERY: "1" })).child;
      /** A server that is killed as the provider gets the write. */
      const startAndKill = async (isDone: boolean) => {
        let child: ChildProcess | undefined;
        provider.onWrite = (act) => {
          if (isDone) act();
          child?.kill("SIGKILL");
        };
        child = await start();
        if (child.signalCode === null) await once(child, "exit");
        // The time passes for which the attempt has the switch, and its server the watch.
        await store.use(async (db) => {
          await db.updateTable("switches").set({ next_at: now }).execute();
          await db.deleteFrom("watch_lease").execute();
        });
      };

      await startAndKill(false);
      expect([sent(), provider.done]).toEqual([1, 0]);
      await startAndKill(true);
      expect([sent(), provider.done]).toEqual([2, 1]);
      const last = await start();
      onTestFinished(() => void last.kill("SIGKILL"));
      const outcome = () =>
        store.use((db) => db.selectFrom("switches").select("outcome").executeTakeFirstOrThrow());
      await vi.waitFor(async () => expect(await outcome()).toEqual({ outcome: "done" }), {
        timeout: 20_000,
      });
      expect([sent(), provider.done, provider.active]).toEqual([2, 1, BACK]);
      const { items } = await readJournal(store, {}, Date.now());
      expect(items[0]).toMatchObject({ actor: "Pult, for anna", outcome: "done" });
    },
  );
});

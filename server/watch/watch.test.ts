import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { LogEntry } from "#proxy/log.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { ReadForServer } from "#proxy/readForServer.ts";
import { createMemoryStore, type Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { startWatch, type Watch } from "./watch.ts";
import { emptyWatch } from "./testing/emptyWatch.ts";

const page = (data: object[]) => ({ data, last_page: 1, per_page: 100, total: data.length });

/** An office that the watch reads: set `online` and `failure` between two looks. */
function fakeOffice() {
  const office = {
    online: true,
    created: true,
    failure: undefined as ProxyError | undefined,
    looks: 0,
    read: undefined as unknown as ReadForServer,
  };
  office.read = (async ({ name }: { name: string }) => {
    if (office.failure !== undefined) throw office.failure;
    const account = { id: 25, name: "Приёмная", number: 214, finally_created: office.created };
    if (name === "listSipAccounts") return { data: page([account]), ageMs: 0 };
    if (name === "listExternalNumbers") {
      const row = { id: 25, number: "74950000000", type: "АТС", source: "a@b", status: true };
      return { data: { external_numbers: [row] }, ageMs: 0 };
    }
    office.looks++;
    return { data: page([{ id: 25, name: "Приёмная", on_line: office.online }]), ageMs: 0 };
  }) as ReadForServer;
  return office;
}

const running: Watch[] = [];

function watch(
  store: Store,
  read: ReadForServer,
  log: (entry: LogEntry) => void = () => undefined,
) {
  const started = startWatch({ store, read, office: null, everyMs: 10, log });
  running.push(started);
  return started;
}

const stopAll = async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
};

const changesIn = (store: Store, kind: "sip" | "external" = "sip") =>
  store.use((db) =>
    db
      .selectFrom("watch_changes")
      .select(["object_id", "state"])
      .where("kind", "=", kind)
      .orderBy("at")
      .execute(),
  );

/** Resolves after two more looks: the first may have begun before. */
async function nextLooks(office: { looks: number }): Promise<void> {
  const { looks } = office;
  await vi.waitFor(() => expect(office.looks).toBeGreaterThan(looks + 2), { timeout: 5_000 });
}

describeOnEachEngine("the watch", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  beforeEach(() => emptyWatch(store));

  it("stores what changes while it looks, of accounts and of external numbers", async () => {
    const office = fakeOffice();
    watch(store, office.read);
    await nextLooks(office);
    office.online = false;
    await nextLooks(office);
    await stopAll();
    expect(await changesIn(store)).toEqual([
      { object_id: 25, state: "online" },
      { object_id: 25, state: "offline" },
    ]);
    expect(await changesIn(store, "external")).toEqual([{ object_id: 25, state: "online" }]);
  });

  it("does not count an account as offline while it is being created", async () => {
    const office = Object.assign(fakeOffice(), { created: false, online: false });
    watch(store, office.read);
    await nextLooks(office);
    await stopAll();
    expect(await changesIn(store)).toEqual([]);
  });

  it("goes on after a failure, and logs its kind", async () => {
    const office = fakeOffice();
    const entries: LogEntry[] = [];
    office.failure = new ProxyError("upstream-timeout", "Plusofon did not answer in time.");
    watch(store, office.read, (entry) => entries.push(entry));
    await vi.waitFor(() => expect(entries.length).toBeGreaterThan(2), { timeout: 5_000 });
    office.failure = undefined;
    await nextLooks(office);
    await stopAll();
    expect(entries[0]).toEqual({ level: "error", event: "watch", reason: "upstream-timeout" });
    expect(await changesIn(store)).toEqual([{ object_id: 25, state: "online" }]);
  });

  it("leaves looking to one of two instances, and goes on when that one ends", async () => {
    const [first, second] = [fakeOffice(), fakeOffice()];
    const leader = watch(store, first.read);
    await nextLooks(first);
    watch(store, second.read);
    await nextLooks(first);
    expect(second.looks).toBe(0);
    await leader.stop();
    second.online = false;
    await nextLooks(second);
    await stopAll();
    expect(await changesIn(store)).toEqual([
      { object_id: 25, state: "online" },
      { object_id: 25, state: "offline" },
    ]);
  });
});

it("asks nothing while the provider wants to be left alone", async () => {
  const office = fakeOffice();
  const asked: number[] = [];
  const read = (async (...request: Parameters<ReadForServer>) => {
    asked.push(Date.now());
    return office.read(...request);
  }) as ReadForServer;
  const headers = { "retry-after": "1" };
  office.failure = new ProxyError("upstream-unacceptable", "Too many.", { headers });
  watch(createMemoryStore(), read);
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  office.failure = undefined;
  await nextLooks(office);
  await stopAll();
  // Accounts and external numbers are asked for at the same time.
  const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? at));
  expect(Math.max(...pauses)).toBeGreaterThan(900);
});

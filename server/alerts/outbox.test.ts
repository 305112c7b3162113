import { expect, it, vi } from "vitest";
import type { AlertRuleFields } from "#api/alerts.ts";
import type { WatchedState } from "#api/history.ts";
import { readJournal } from "#server/journal/journal.ts";
import type { Db } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { giveUpLease, takeLease } from "#server/watch/lease.ts";
import { readKnown, recordFailure, recordLook } from "#server/watch/recordLook.ts";
import { type Alerts, createAlerts } from "./alerts.ts";
import {
  addChannel,
  changeChannel,
  type Channel,
  deleteChannel,
  readChannel,
} from "./channelStore.ts";
import { createSend, type Send } from "./channels/send.ts";
import { CLAIM_MS, GIVE_UP_MS, readDeliveries } from "./outbox.ts";
import { addRule, storePause } from "./ruleStore.ts";
import { answer, startReceiver } from "./testing/receiver.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const EVERY_MS = 30_000;
const HOUR_MS = 60 * 60_000;
const SECRET = "a-secret-of-sixteen-and-more";
const log = () => undefined;

const RULE: AlertRuleFields = {
  name: "All",
  isOn: true,
  condition: { type: "offline", kind: "sip", ids: [], flapping: null },
  looksDown: 1,
  looksUp: 1,
  tellsEnd: true,
  groupSeconds: 0,
  hours: [],
  zone: "UTC",
  pausedUntil: null,
  channels: [],
};

const labelOf = (_: unknown, id: number) => ({ number: `20${id}`, name: `Phone ${id}` });
/** Of a process that dies in the middle: the attempt never ends. */
const dying: Send = () => new Promise(() => undefined);
const nobody = () => undefined;

/** Ends once all that it sends is answered. */
const runRound = async (alerts: Alerts, holder = "one", hasLooked = false) => {
  await alerts.onRound({ holder, hasLooked, labelOf });
  await alerts.idle();
};

/** An office whose looks are stored, and what is told of them; its clock stands still until told. */
async function office(
  store: Store,
  urls: readonly string[],
  { send: sendWith, rule = {} }: { send?: Send; rule?: Partial<AlertRuleFields> } = {},
) {
  let now = NOON;
  let states: Record<number, WatchedState> = { 1: "online", 2: "online" };
  const channels = await store.use((db) =>
    Promise.all(
      urls.map((url, index) =>
        addChannel(
          db,
          {
            name: `hook ${index + 1}`,
            language: "en",
            isOn: true,
            target: { type: "webhook", url, secret: SECRET },
          },
          NOON + index,
        ),
      ),
    ),
  );
  await store.use((db) => addRule(db, { ...RULE, ...rule, channels }, NOON));
  const settings = { smtp: undefined, telegramUrl: "http://127.0.0.1:9", publicUrl: undefined };
  const send = sendWith ?? createSend({ settings, network: {}, timeoutMs: 2_000 });
  const sender = { send, canMail: false, publicUrl: undefined };
  const start = () => createAlerts({ store, sender, log, now: () => now });
  return {
    channels,
    start,
    round: runRound,
    pass: (ms: number) => (now += ms),
    look: async (alerts: Alerts, changed: Record<number, WatchedState> = {}, holder = "one") => {
      now += EVERY_MS;
      states = { ...states, ...changed };
      const entries = Object.entries(states).map(([id, state]) => [Number(id), state] as const);
      const look = { kind: "sip" as const, at: now, states: new Map(entries) };
      const gapMs = 100 * HOUR_MS;
      await recordLook(store, look, await readKnown(store, "sip"), { holder, gapMs });
      await runRound(alerts, holder, true);
    },
    deliveries: () => store.use((db) => readDeliveries(db)),
    /** A look that can't read the provider. */
    fail: async (alerts: Alerts) => {
      now += EVERY_MS;
      await store.use((db, kind) => takeLease(db, kind, "one"));
      await recordFailure(store, "sip", now, "one");
      await runRound(alerts, "one", true);
    },
    journal: async () => (await readJournal(store, {}, now)).items,
  };
}

const event = (seen: { body: string }) => JSON.parse(seen.body) as { id: string; text: string };

describeOnEachEngine("the outbox of alerts", (engine) => {
  it("sends what a look finds once on each channel, and tells the journal", async () => {
    const store = await engine.open();
    const [a, b] = [await startReceiver(), await startReceiver()];
    const { start, look, round, deliveries, journal } = await office(store, [a.url, b.url]);
    const alerts = start();
    await look(alerts);
    await look(alerts, { 1: "offline", 2: "offline" });
    for (const _ of [1, 2, 3]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await look(alerts);
    }
    await round(alerts);
    expect([a.seen.length, b.seen.length]).toEqual([1, 1]);
    const [one, two] = [a.seen, b.seen].map(([seen]) => event(seen ?? { body: "{}" }));
    expect(one?.id).toBe(two?.id);
    expect(one?.text).toMatch(/^Offline: 201 Phone 1, 202 Phone 2\n/);
    expect(await deliveries()).toMatchObject([
      { state: "delivered", attempts: 1, rule: "All", subject: expect.stringMatching(/^Offline/) },
      { state: "delivered", attempts: 1 },
    ]);
    const entries = await journal();
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      actor: "Pult",
      operation: "SEND /alerts",
      object: { kind: "alert", name: "All" },
      fields: { text: "Offline: 201 Phone 1, 202 Phone 2" },
      outcome: "done",
    });
    expect(JSON.stringify(entries)).not.toContain(SECRET);
  });

  it("neither loses nor repeats anything over restarts, though the other side is down", async () => {
    const store = await engine.open();
    const receiver = await startReceiver(answer(500));
    const { start, look, round, pass, deliveries } = await office(store, [receiver.url]);
    const first = start();
    await look(first);
    await look(first, { 1: "offline" });
    await first.stop();
    const second = start();
    await look(second, { 2: "offline" });
    pass(HOUR_MS);
    await round(second);
    await second.stop();
    expect(await deliveries()).toMatchObject([{ state: "waiting" }, { state: "waiting" }]);
    receiver.become(answer(200));
    const before = receiver.seen.length;
    const third = start();
    pass(HOUR_MS);
    await round(third);
    await look(third);
    await look(third, { 1: "online" });
    const texts = receiver.seen.slice(before).map((seen) => event(seen).text.split("\n")[0]);
    expect(new Set(texts)).toEqual(
      new Set(["Offline: 201 Phone 1", "Offline: 202 Phone 2", "Online again: 201 Phone 1"]),
    );
    // Each attempt has the same id.
    expect(new Set(receiver.seen.map((seen) => event(seen).id)).size).toBe(3);
    expect(await deliveries()).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: "delivered" })),
    );
  });

  it("waits longer after each failure, and as long as the other side says", async () => {
    const store = await engine.open();
    const receiver = await startReceiver(answer(500));
    const { start, look, round, pass, deliveries } = await office(store, [receiver.url]);
    const alerts = start();
    await look(alerts);
    await look(alerts, { 1: "offline" });
    const attempts = async (ms: number) => {
      pass(ms);
      await round(alerts);
      return receiver.seen.length;
    };
    expect(receiver.seen).toHaveLength(1);
    expect([await attempts(4_999), await attempts(1)]).toEqual([1, 2]);
    receiver.become(answer(429, "", { "retry-after": "600" }));
    expect([await attempts(9_999), await attempts(1)]).toEqual([2, 3]);
    expect(await deliveries()).toMatchObject([{ attempts: 3, error: "HTTP 429" }]);
    // Nothing else is sent there meanwhile.
    await look(alerts, { 2: "offline" });
    expect(await attempts(500_000)).toBe(3);
    receiver.become(answer(200));
    expect(await attempts(100_000)).toBe(5);
  });

  it("tells that the provider does not answer also where it never could, and its end", async () => {
    const store = await engine.open();
    const receiver = await startReceiver();
    const condition = { type: "unreadable", minutes: 1 } as const;
    const { start, look, fail } = await office(store, [receiver.url], { rule: { condition } });
    const alerts = start();
    await fail(alerts);
    await fail(alerts);
    expect(receiver.seen).toHaveLength(0);
    await fail(alerts);
    await fail(alerts);
    await look(alerts);
    expect(receiver.seen.map((seen) => event(seen).text.split("\n")[0])).toEqual([
      "The provider has not answered since 12:00",
      "The provider answers again since 12:02",
    ]);
  });

  it("sends nothing in quiet hours, nor during a pause, and what waits at their end", async () => {
    const store = await engine.open();
    const receiver = await startReceiver(answer(500));
    const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "18:00" }];
    const opened = await office(store, [receiver.url], { rule: { hours } });
    const { start, look, round, pass, deliveries } = opened;
    const alerts = start();
    await look(alerts);
    pass(6 * HOUR_MS - 2 * EVERY_MS - 60_000);
    await look(alerts, { 1: "offline" });
    const tries = receiver.seen.length;
    expect(tries).toBe(1);
    receiver.become(answer(200));
    // From 18:00 on.
    pass(60_000);
    await round(alerts);
    pass(14 * HOUR_MS);
    await round(alerts);
    expect(receiver.seen).toHaveLength(tries);
    expect(await deliveries()).toMatchObject([{ state: "waiting" }]);
    // 9:00, in a pause of more than a day.
    pass(HOUR_MS);
    const until = NOON + 45 * HOUR_MS;
    await store.use((db) => storePause(db, until));
    await round(alerts);
    pass(24 * HOUR_MS + 60_000);
    expect(receiver.seen).toHaveLength(tries);
    await round(alerts);
    expect(receiver.seen).toHaveLength(tries + 1);
    expect(await deliveries()).toMatchObject([{ state: "delivered" }]);
  });

  it("gives up after a day, and says so", async () => {
    const store = await engine.open();
    const receiver = await startReceiver(answer(500, "broken"));
    const { start, look, round, pass, deliveries, journal } = await office(store, [receiver.url]);
    const alerts = start();
    await look(alerts);
    await look(alerts, { 1: "offline" });
    pass(GIVE_UP_MS);
    await round(alerts);
    expect(await deliveries()).toMatchObject([{ state: "failed", error: "HTTP 500 broken" }]);
    expect(await journal()).toMatchObject([{ outcome: "refused", message: "HTTP 500 broken" }]);
    const { length } = receiver.seen;
    pass(HOUR_MS);
    await round(alerts);
    expect(receiver.seen).toHaveLength(length);
  });

  it("goes on with the others while one is slow, and waits for it at the end", async () => {
    const store = await engine.open();
    let release: () => unknown = nobody;
    const slow = await startReceiver((response) => (release = () => response.end()));
    const quick = await startReceiver();
    const { start, look, channels } = await office(store, [slow.url, quick.url]);
    const alerts = start();
    await look(alerts);
    const looking = look(alerts, { 1: "offline" });
    await vi.waitFor(() => expect([slow.seen.length, quick.seen.length]).toEqual([1, 1]));
    let isStopped = false;
    const stopping = alerts.stop().then(() => (isStopped = true));
    await store.use(async () => undefined);
    expect(isStopped).toBe(false);
    release();
    await Promise.all([stopping, looking]);
    const rows = await store.use((db) => db.selectFrom("alert_outbox").selectAll().execute());
    expect(rows.map((row) => row.delivered_at !== null)).toEqual([true, true]);
    expect(channels).toHaveLength(2);
  });

  it("is sent by the one instance that watches alone, and by the next one in its place", async () => {
    const store = await engine.open();
    const receiver = await startReceiver();
    const { start, look, round } = await office(store, [receiver.url]);
    const [one, two] = [start(), start()];
    await look(one);
    await two.onRound({ holder: "two", hasLooked: true, labelOf: nobody });
    await look(one, { 1: "offline" });
    await round(two, "two", true);
    expect(receiver.seen).toHaveLength(1);
    await store.use((db) => giveUpLease(db, "one"));
    expect(await store.use((db, kind) => takeLease(db, kind, "two"))).toBe(true);
    await look(two, { 1: "online" }, "two");
    await round(one, "one", true);
    expect(receiver.seen.map((seen) => event(seen).text.split(":")[0])).toEqual([
      "Offline",
      "Online again",
    ]);
  });

  it("sends what was claimed by a process that died once its window is over", async () => {
    const store = await engine.open();
    const receiver = await startReceiver();
    const { look, pass, start } = await office(store, [receiver.url], {
      send: dying,
    });
    const dead = start();
    await look(dead);
    void look(dead, { 1: "offline" }).catch(() => undefined);
    await vi.waitFor(async () => {
      const row = await store.use((db) =>
        db.selectFrom("alert_outbox").selectAll().executeTakeFirst(),
      );
      expect(row?.attempts).toBe(1);
    });
    const settings = { smtp: undefined, telegramUrl: "http://127.0.0.1:9", publicUrl: undefined };
    const sender = {
      send: createSend({ settings, network: {} }),
      canMail: false,
      publicUrl: undefined,
    };
    let now = NOON + 2 * EVERY_MS;
    const alive = createAlerts({ store, sender, log, now: () => now });
    const turn = { holder: "one", hasLooked: false, labelOf: nobody };
    now += CLAIM_MS - 1;
    await alive.onRound(turn);
    await alive.stop();
    expect(receiver.seen).toHaveLength(0);
    const after = createAlerts({ store, sender, log, now: () => now });
    now += 1;
    await after.onRound(turn);
    await after.stop();
    expect(receiver.seen).toHaveLength(1);
    pass(0);
  });

  it.each([
    ["deleted", "", (db: Db, { id }: Channel) => deleteChannel(db, id)],
    ["turned off", "hook 1", (db: Db, one: Channel) => changeChannel(db, one, { isOn: false })],
  ])("drops what waits for a channel that is %s", async (_, name, change) => {
    const store = await engine.open();
    const receiver = await startReceiver(answer(500));
    const { channels, start, look, round, pass, deliveries } = await office(store, [receiver.url]);
    const alerts = start();
    await look(alerts);
    await look(alerts, { 1: "offline" });
    await store.use(async (db) => change(db, await readChannel(db, channels[0] ?? "")));
    pass(HOUR_MS);
    await round(alerts);
    expect(receiver.seen).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: "failed", channel: name }]);
  });
});

import { beforeAll, expect, it } from "vitest";
import { closeDirections, openDirections } from "#api/directions.ts";
import { followExternalNumber } from "#api/forwarding.ts";
import { activateScenario } from "#api/sipScenarios.ts";
import type { SwitchSubject } from "#api/switches.ts";
import { readJournal } from "#server/journal/journal.ts";
import type { Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { takeLease } from "#server/watch/lease.ts";
import { CLAIM_MS, createSwitches, GIVE_UP_MS } from "./runSwitches.ts";
import { readLastEntry } from "./since.ts";
import { addSwitch, moveSwitch, readOpen, readShown } from "./switchStore.ts";
import { emptyStore } from "./testing/emptyStore.ts";
import { fakeOffice, FORWARDING, noConnection, OFF, timeout } from "./testing/office.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const HOLDER = "me";
const SCENARIO: SwitchSubject = {
  kind: "scenario",
  account: 25,
  scenario: { id: 1, name: "Scenario 1" },
  back: { id: 2, name: "Scenario 2" },
};
const ACTIVATION = "PATCH /sip/{id}/scenarios/{sid} 2";
const BORIS = { user: { id: "b", name: "boris", role: "admin", session: undefined } } as const;

const ended = (reason: string) => [
  expect.objectContaining({ ended: expect.objectContaining({ reason }) }),
];

describeOnEachEngine("switches", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });

  /** An office of its own, in an empty store, with a switch that is due at noon. */
  async function start(subject: SwitchSubject = SCENARIO) {
    await emptyStore(store);
    const office = fakeOffice(store);
    let now = NOON - 60_000;
    const since = await store.use(readLastEntry);
    const set = { until: NOON, now, actor: "anna", since };
    const id = await store.use((db) =>
      addSwitch(db, { subject, number: "214", name: "Reception" }, set),
    );
    const create = () =>
      createSwitches({ store, upstream: office.upstream, log: () => undefined, now: () => now });
    let switches = create();
    /** A round of the watch at a moment. */
    const at = async (ms: number, holder = HOLDER) => {
      now = ms;
      await store.use((db, kind) => takeLease(db, kind, holder));
      await switches.onRound({ holder, hasLooked: false, labelOf: () => undefined });
      await switches.idle();
    };
    const restart = () => {
      switches = create();
    };
    const shown = () => store.use((db) => readShown(db, now));
    const journal = async () =>
      (await readJournal(store, {}, Date.now())).items.map(
        ({ actor, operation, outcome, fields: { reason } }) => ({
          actor,
          operation,
          outcome,
          reason,
        }),
      );
    return { office, id, at, restart, shown, journal };
  }

  /** What the switch is to set back is set before it. */
  async function setForwarding({ upstream }: ReturnType<typeof fakeOffice>) {
    const request = { body: FORWARDING };
    await upstream.write(followExternalNumber, request, { ...BORIS, requestId: "b" });
    const since_entry = await store.use(readLastEntry);
    await store.use((db) => db.updateTable("switches").set({ since_entry }).execute());
  }

  it("do nothing before their moment, and once after it what they were set for", async () => {
    const { office, at, shown, journal } = await start();
    await at(NOON - 1);
    expect(office.writes).toEqual([]);
    await at(NOON);
    await at(NOON + 3_000);
    expect(office.writes).toEqual([ACTIVATION]);
    expect(await shown()).toEqual([]);
    expect(await journal()).toEqual([
      { actor: "Pult, for anna", operation: "PATCH /sip/{id}/scenarios/{sid}", outcome: "done" },
    ]);
  });

  it("close a country, and set a forwarding back to what it was", async () => {
    const { office, at } = await start({ kind: "direction", code: "44" });
    office.open.add("44");
    await at(NOON);
    expect([...office.open]).toEqual(["7"]);
    const second = await start({ kind: "forwarding", set: FORWARDING, back: OFF });
    await setForwarding(second.office);
    await second.at(NOON);
    expect(second.office.writes).toHaveLength(2);
    expect(await second.shown()).toEqual([]);
  });

  it("go by a moment that was changed", async () => {
    const { office, id, at } = await start();
    await store.use(async (db) => moveSwitch(db, await readOpen(db, id, NOON - 1), NOON + 60_000));
    await at(NOON);
    expect(office.writes).toEqual([]);
    await at(NOON + 60_000);
    expect(office.writes).toEqual([ACTIVATION]);
  });

  it.each([
    ["another scenario is active", { active: 3 }, "changed"],
    ["the account is deleted", { exists: false }, "gone"],
    ["the scenario to go back to is deleted", { scenarios: [1, 3] }, "gone"],
  ])("where %s do nothing, and say so", async (_, change, reason) => {
    const { office, at, shown, journal } = await start();
    Object.assign(office, change);
    await at(NOON);
    expect(office.writes).toEqual([]);
    expect(await shown()).toEqual(ended(reason));
    expect(await journal()).toEqual([
      { actor: "Pult, for anna", operation: "END /switches", outcome: "refused", reason },
    ]);
  });

  it("end at once where somebody activates something through Pult, though it is active again later", async () => {
    const { office, at, shown } = await start();
    for (const sid of [3, 1]) {
      const request = { params: { id: 25, sid } };
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await office.upstream.write(activateScenario, request, { ...BORIS, requestId: `b${sid}` });
    }
    await at(NOON - 30_000);
    expect(await shown()).toEqual(ended("changed"));
    await at(NOON);
    expect(office.active).toBe(1);
  });

  it("of a country end where somebody closed or opened its code since", async () => {
    const { office, at, shown } = await start({ kind: "direction", code: "44" });
    office.open.add("44");
    const boris = { ...BORIS, requestId: "b" };
    await office.upstream.write(closeDirections, { body: { codes: ["7"] } }, boris);
    await at(NOON - 30_000);
    expect(await shown()).toMatchObject([{ ended: null }]);
    await office.upstream.write(openDirections, { body: { direction_ids: [10] } }, boris);
    await at(NOON - 20_000);
    expect(await shown()).toEqual(ended("changed"));
  });

  it("wait for a provider that can't be reached, and give up after a day", async () => {
    const { office, at, shown } = await start();
    office.unreadable = noConnection();
    await at(NOON);
    expect(await shown()).toMatchObject([{ trouble: "unreachable", ended: null }]);
    office.unreadable = undefined;
    await at(NOON + 4_000);
    expect(office.writes).toEqual([]);
    await at(NOON + 5_000);
    expect(office.writes).toEqual([ACTIVATION]);
    const second = await start();
    second.office.unreadable = noConnection();
    await second.at(NOON);
    await second.at(NOON + GIVE_UP_MS);
    expect(await second.shown()).toEqual(ended("unreachable"));
    expect(await second.journal()).toMatchObject([{ reason: "unreachable" }]);
  });

  it("take a refusal of the request as the end, with the provider's words, and of the token not", async () => {
    const { office, at, shown } = await start();
    office.answer = () => office.respond(401, { message: "Unauthenticated." });
    await at(NOON);
    expect(await shown()).toMatchObject([{ trouble: "denied", ended: null }]);
    office.answer = () => office.respond(422, { message: "Scenario is broken" });
    await at(NOON + 5_000);
    expect(await shown()).toMatchObject([
      { ended: { reason: "refused", message: "Scenario is broken" } },
    ]);
  });

  it("whose answer was lost look at what is there, and write again only if it was not done", async () => {
    for (const isDone of [true, false]) {
      // oxlint-disable no-await-in-loop -- one after the other
      const { office, at, shown, journal } = await start();
      office.answer = (act) => {
        if (isDone) act();
        throw timeout();
      };
      await at(NOON);
      office.answer = undefined;
      await at(NOON + 30_000);
      expect(office.writes).toHaveLength(isDone ? 1 : 2);
      expect(office.active).toBe(2);
      expect(await shown()).toEqual([]);
      expect((await journal())[0]).toMatchObject({ outcome: "done" });
      // oxlint-enable no-await-in-loop
    }
  });

  it("of a forwarding, which can't be read, are not sent again where the answer was lost", async () => {
    const { office, at, shown } = await start({ kind: "forwarding", set: FORWARDING, back: OFF });
    await setForwarding(office);
    office.answer = () => {
      throw timeout();
    };
    await at(NOON);
    await at(NOON + CLAIM_MS);
    expect(office.writes).toHaveLength(2);
    expect(await shown()).toEqual(ended("unknown"));
  });

  it("are carried out by who holds the lease alone, and left to an attempt under way", async () => {
    const { office, at, restart } = await start();
    await store.use((db, kind) => takeLease(db, kind, "another"));
    await at(NOON);
    expect(office.writes).toEqual([]);
    await store.use((db) => db.deleteFrom("watch_lease").execute());
    // Killed right after it took the switch.
    await store.use((db) =>
      db
        .updateTable("switches")
        .set({ claimed: 1, attempts: 1, next_at: NOON + CLAIM_MS })
        .execute(),
    );
    restart();
    await at(NOON + CLAIM_MS - 1);
    expect(office.writes).toEqual([]);
    await at(NOON + CLAIM_MS);
    expect(office.writes).toEqual([ACTIVATION]);
  });

  it("send nothing that can't be recorded, and do it once the store works again", async () => {
    const { office, at } = await start();
    let isBroken = true;
    const broken: Store = {
      ...store,
      use: (queries) => (isBroken ? Promise.reject(new Error("read-only")) : store.use(queries)),
    };
    const switches = createSwitches({
      store: broken,
      upstream: office.upstream,
      log: () => undefined,
      now: () => NOON,
    });
    await store.use((db, kind) => takeLease(db, kind, HOLDER));
    const round = { holder: HOLDER, hasLooked: false, labelOf: () => undefined };
    await switches.onRound(round).catch(() => undefined);
    await switches.idle();
    expect(office.writes).toEqual([]);
    isBroken = false;
    await at(NOON + 1);
    expect(office.writes).toEqual([ACTIVATION]);
  });
});

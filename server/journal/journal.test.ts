import { describe, expect, it } from "vitest";
import { createStore, type Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { beginEntry, completeEntry, type NewEntry, readActors, readJournal } from "./journal.ts";
import type { Subject } from "./subject.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const SUBJECT: Subject = {
  kind: "sip",
  id: "25",
  number: "214",
  name: "Приёмная",
  fields: { name: "Ресепшен" },
  before: { name: "Приёмная" },
};

function entry(changes: Partial<Omit<NewEntry, "subject">> & { subject?: Partial<Subject> } = {}) {
  const { subject, ...rest } = changes;
  return {
    at: NOON,
    actor: "anna",
    operation: "PATCH /sip/{id}",
    requestId: "a1b2",
    subject: { ...SUBJECT, ...subject },
    ...rest,
  };
}

const ids = async (store: Store, query: Parameters<typeof readJournal>[1]) =>
  (await readJournal(store, query, NOON)).items.map(({ id }) => id);

describeOnEachEngine("the journal", (engine) => {
  it("returns an entry with its outcome", async () => {
    const store = await engine.open();
    const id = await beginEntry(store, entry());
    await completeEntry(store, id, { outcome: "refused", message: "No access" }, NOON + 100);
    expect(await readJournal(store, {}, NOON)).toEqual({
      items: [
        {
          id,
          at: "2026-01-15T12:00:00.000Z",
          actor: "anna",
          operation: "PATCH /sip/{id}",
          object: { kind: "sip", id: "25", number: "214", name: "Приёмная" },
          fields: { name: "Ресепшен" },
          before: { name: "Приёмная" },
          outcome: "refused",
          message: "No access",
          batch: null,
          undoes: null,
          undoneBy: null,
        },
      ],
      next: null,
    });
  });

  it("reads an entry that was never completed as unknown, once no write can last that long", async () => {
    const store = await engine.open();
    await beginEntry(store, entry());
    const outcomes = async (now: number) =>
      (await readJournal(store, {}, now)).items.map(({ outcome }) => outcome);
    expect(await outcomes(NOON + 5_000)).toEqual(["begun"]);
    expect(await outcomes(NOON + 120_000)).toEqual(["unknown"]);
  });

  it("comes in pages, newest first, with no entry missing or twice while others are added", async () => {
    const store = await engine.open();
    const all: number[] = [];
    for (let count = 0; count < 7; count++) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      all.unshift(await beginEntry(store, entry()));
    }
    const first = await readJournal(store, { limit: 3 }, NOON);
    await beginEntry(store, entry());
    const second = await readJournal(store, { limit: 3, before: first.next ?? 0 }, NOON);
    const third = await readJournal(store, { limit: 3, before: second.next ?? 0 }, NOON);
    const pages = [first, second, third].map(({ items }) => items.map(({ id }) => id));
    expect(pages).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
    expect(third.next).toBeNull();
  });

  it("is filtered by object, person, outcome and time", async () => {
    const store = await engine.open();
    const first = await beginEntry(store, entry());
    const second = await beginEntry(
      store,
      entry({ actor: "boris", at: NOON + 1_000, subject: { kind: "external", id: "25" } }),
    );
    await completeEntry(store, second, { outcome: "done", message: null }, NOON);
    expect(await ids(store, { kind: "sip", object: "25" })).toEqual([first]);
    expect(await ids(store, { kind: "external" })).toEqual([second]);
    expect(await ids(store, { actor: "boris" })).toEqual([second]);
    expect(await ids(store, { outcome: "done" })).toEqual([second]);
    expect(await ids(store, { from: new Date(NOON + 1_000).toISOString() })).toEqual([second]);
    expect(await ids(store, { to: new Date(NOON + 1_000).toISOString() })).toEqual([first]);
    await beginEntry(store, entry({ subject: { kind: "alert" } }));
    expect(await ids(store, { about: "office" })).toEqual([second, first]);
  });

  it("says what an entry took back, and by which entry it was taken back: only by one that is done", async () => {
    const store = await engine.open();
    const first = await beginEntry(store, entry());
    const failed = await beginEntry(store, entry({ undoes: first }));
    await completeEntry(store, failed, { outcome: "refused", message: null }, NOON);
    const undone = async () =>
      (await readJournal(store, {}, NOON)).items.map(({ undoes, undoneBy }) => [undoes, undoneBy]);
    expect(await undone()).toEqual([
      [first, null],
      [null, null],
    ]);
    const second = await beginEntry(store, entry({ undoes: first }));
    await completeEntry(store, second, { outcome: "done", message: null }, NOON);
    const third = await beginEntry(store, entry({ undoes: second }));
    await completeEntry(store, third, { outcome: "done", message: null }, NOON);
    expect(await undone()).toEqual([
      [second, null],
      [first, third],
      [first, null],
      [null, second],
    ]);
  });

  it("adds what was created to its entry, and finds the entries of a batch", async () => {
    const store = await engine.open();
    const batch = "0a1b2c3d-4e5f";
    const id = await beginEntry(store, entry({ batch, subject: { id: null } }));
    const created = { objectId: "77", fields: { name: "x", id: 5 } };
    await completeEntry(store, id, { outcome: "done", message: null, created }, NOON);
    await beginEntry(store, entry());
    expect((await readJournal(store, { batch }, NOON)).items).toMatchObject([
      { id, batch, object: { id: "77" }, fields: { name: "x", id: 5 } },
    ]);
  });

  it("names everybody who is in it once", async () => {
    const store = await engine.open();
    expect(await readActors(store)).toEqual({ actors: [] });
    for (const actor of ["boris", "anna", "boris", "vera", "anna"]) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await beginEntry(store, entry({ actor }));
    }
    expect(await readActors(store)).toEqual({ actors: ["anna", "boris", "vera"] });
  });

  it("finds what an entry says, in any case and order, and takes % and _ literally", async () => {
    const store = await engine.open();
    const first = await beginEntry(store, entry());
    const second = await beginEntry(store, entry({ subject: { name: "100%_" } }));
    expect(await ids(store, { search: "ПРИЁМНАЯ" })).toEqual([second, first]);
    expect(await ids(store, { search: "anna 214" })).toEqual([second, first]);
    expect(await ids(store, { search: "100%_" })).toEqual([second]);
    expect(await ids(store, { search: "0%%_" })).toEqual([]);
    expect(await ids(store, { search: "\\" })).toEqual([]);
    expect(await ids(store, { search: "'; drop table journal; --" })).toEqual([]);
    expect(await ids(store, {})).toEqual([second, first]);
  });
});

describe("the journal in a store that fails", () => {
  it("throws a StoreError", async () => {
    const store = createStore({ url: "postgres://postgres@127.0.0.1:1/test" });
    await expect(beginEntry(store, entry())).rejects.toMatchObject({ problem: "unreachable" });
    await store.close();
  });
});

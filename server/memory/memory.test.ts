import { expect, it } from "vitest";
import { createStore } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import {
  closeRefused,
  forgetScenarios,
  type MemoryKey,
  openWrite,
  readRemembered,
  remember,
} from "./memory.ts";

const KEY: MemoryKey = { kind: "scenario", parent: "25", id: "40" };
const saved = (entry: number) => ({
  entry,
  at: 1_700_000_000_000 + entry,
  actor: "anna",
  body: { entry },
});

describeOnEachEngine("what is remembered", (engine) => {
  const open = async () => {
    const store = await engine.open();
    const read = async () =>
      (await readRemembered(store, "scenario", "25")).map(({ entry, certain }) => [entry, certain]);
    return { store, read };
  };

  it("is what was saved last, by whom and when", async () => {
    const { store } = await open();
    await remember(store, KEY, saved(1));
    await remember(store, KEY, saved(2));
    await remember(store, { ...KEY, parent: "26" }, saved(3));
    await remember(store, { ...KEY, kind: "forwarding" }, saved(4));
    expect(await readRemembered(store, "scenario", "25")).toEqual([
      { id: "40", ...saved(2), certain: true },
    ]);
    expect(await readRemembered(store, "scenario")).toHaveLength(2);
  });

  it("is not replaced by an older write that ends later", async () => {
    const { store, read } = await open();
    await openWrite(store, KEY, 1);
    await openWrite(store, KEY, 2);
    await remember(store, KEY, saved(2));
    expect(await read()).toEqual([[2, true]]);
    await remember(store, KEY, saved(1));
    expect(await read()).toEqual([[2, true]]);
  });

  it("is uncertain from the beginning of a write until its end is known", async () => {
    const { store, read } = await open();
    await remember(store, KEY, saved(1));
    await openWrite(store, KEY, 2);
    expect(await read()).toEqual([[1, false]]);
    await closeRefused(store, KEY, 2);
    expect(await read()).toEqual([[1, true]]);
    await openWrite(store, KEY, 3);
    await remember(store, KEY, saved(3));
    expect(await read()).toEqual([[3, true]]);
  });

  it("stays uncertain when a write after an unknown one is refused, not when it is done", async () => {
    const { store, read } = await open();
    await remember(store, KEY, saved(1));
    await openWrite(store, KEY, 2);
    await openWrite(store, KEY, 3);
    await closeRefused(store, KEY, 3);
    expect(await read()).toEqual([[1, false]]);
    await openWrite(store, KEY, 4);
    await remember(store, KEY, saved(4));
    expect(await read()).toEqual([[4, true]]);
  });

  it("is uncertain while a later write is under way", async () => {
    const { store, read } = await open();
    await openWrite(store, KEY, 1);
    await openWrite(store, KEY, 2);
    await remember(store, KEY, saved(1));
    expect(await read()).toEqual([[1, false]]);
  });

  it("is forgotten with what was deleted, and not brought back by an older write", async () => {
    const { store, read } = await open();
    await remember(store, KEY, saved(1));
    await remember(store, { ...KEY, id: "41" }, saved(2));
    await remember(store, KEY, { ...saved(4), body: undefined });
    expect(await read()).toEqual([[2, true]]);
    await remember(store, KEY, saved(3));
    expect(await read()).toEqual([[2, true]]);
    await forgetScenarios(store, "25", saved(5));
    expect(await read()).toEqual([]);
  });

  it("is the latest write's, whichever of two instances ends last", async ({ skip }) => {
    const location = await engine.location();
    skip("file" in location || !engine.isShared, "instances share a PostgreSQL server");
    const [one, two] = [createStore(location), createStore(location)];
    const entries = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(
      entries.map(async (entry) => {
        const store = entry % 2 === 0 ? one : two;
        await openWrite(store, KEY, entry);
        await remember(store, KEY, saved(entry));
      }),
    );
    expect(await readRemembered(one, "scenario", "25")).toEqual([
      { id: "40", ...saved(20), certain: true },
    ]);
    await one.close();
    await two.close();
  });
});

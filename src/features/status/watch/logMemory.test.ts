import { IDBOpenDBRequest, IDBVersionChangeEvent } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Log, openLog } from "./log.ts";
import type { ObservedState } from "./observe.ts";
import { stubStorage } from "./testing/storage.ts";

const STEP = 15_000;
const NAME = "pult-watch-test";
let now = Date.UTC(2026, 10, 21, 11, 0);
const open = () => openLog(NAME, () => now);

const addSnapshot = (log: Log, states: Record<number, ObservedState>) =>
  log.add({
    at: now,
    states: new Map(Object.entries(states).map(([id, state]) => [Number(id), state])),
    who: (account) => ({ name: `Кабинет ${account}`, extension: 200 + account }),
  });

/** Two polls, the second of which finds a change; `now` is the last one's time. */
async function expectWatching(log: Log) {
  expect(log.stored()).toBe(false);
  now += STEP;
  await addSnapshot(log, { 1: "online" });
  now += STEP;
  expect(await addSnapshot(log, { 1: "offline" })).toHaveLength(1);
  expect(log.known().sightings.get(1)).toMatchObject({ state: "offline", exact: true });
  expect(await log.changesOf(1, 20)).toEqual(log.known().changes.slice(0, 20));
  expect((await log.allChanges()).length).toBeGreaterThan(0);
}

/** From now on the storage never responds. */
function silentRequest(): IDBOpenDBRequest {
  const request = new IDBOpenDBRequest();
  vi.spyOn(indexedDB, "open").mockReturnValue(request);
  return request;
}

beforeEach(stubStorage);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("without the browser's storage", () => {
  it("continues in memory when there is none", async () => {
    vi.stubGlobal("indexedDB", undefined);
    await expectWatching(await open());
  });

  it("continues in memory when it is denied", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    });
    await expectWatching(await open());
  });

  it("continues in memory when it has a newer version", async () => {
    (await openDB(NAME, 7)).close();
    await expectWatching(await open());
  });

  it("continues in memory when it does not respond", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    silentRequest();
    const opening = open();
    vi.advanceTimersByTime(5000);
    const log = await opening;
    vi.useRealTimers();
    await expectWatching(log);
  });

  it("does not wait for other tabs that hold an older version open", async () => {
    const blocked = silentRequest();
    // Time is frozen: nothing else can end the wait.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const opening = open();
    blocked.dispatchEvent(new IDBVersionChangeEvent("blocked"));
    const log = await opening;
    vi.useRealTimers();
    await expectWatching(log);
  });

  it("continues with what it knows when the storage is full", async () => {
    const log = await open();
    await addSnapshot(log, { 1: "offline" });
    now += STEP;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("Full", "QuotaExceededError");
    });
    await addSnapshot(log, { 1: "online" });
    expect(log.known().changes).toHaveLength(1);
    await expectWatching(log);
  });

  it("continues when the browser closes the connection", async () => {
    const log = await open();
    log.close();
    await addSnapshot(log, { 1: "offline" });
    await expectWatching(log);
  });

  it("closes the storage when another tab needs a newer version", async () => {
    const log = await open();
    await addSnapshot(log, { 1: "offline" });
    const newer = await openDB(NAME, 2);
    await expectWatching(log);
    newer.close();
  });
});

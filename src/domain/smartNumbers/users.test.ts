import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { removeUser, storeUser, subscribeToSeenUsers, seenUsers } from "./users.ts";

const store = new Map<string, string>();

beforeEach(() => {
  store.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("users seen in this browser", () => {
  it("are ordered by when they were seen, the last one first, each once", () => {
    storeUser({ id: 12, numbers: 17 });
    storeUser({ id: 40, numbers: 2 });
    storeUser({ id: 12, numbers: 18 });
    expect(seenUsers()).toEqual([
      { id: 12, numbers: 18 },
      { id: 40, numbers: 2 },
    ]);
  });

  it("are stored as ids and counts only", () => {
    storeUser({ id: 12, numbers: 17 });
    expect([...store.values()]).toEqual(["[[12,17]]"]);
  });

  it("are no more than twenty", () => {
    for (let id = 1; id <= 25; id++) storeUser({ id, numbers: 1 });
    expect(seenUsers()).toHaveLength(20);
    expect(seenUsers()[0]?.id).toBe(25);
  });

  it("can be removed", () => {
    storeUser({ id: 12, numbers: 17 });
    storeUser({ id: 40, numbers: 2 });
    removeUser(40);
    expect(seenUsers()).toEqual([{ id: 12, numbers: 17 }]);
  });

  it("keep their identity until they change, and a change notifies listeners", () => {
    const listener = vi.fn<() => void>();
    const stop = subscribeToSeenUsers(listener);
    storeUser({ id: 12, numbers: 17 });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(seenUsers()).toBe(seenUsers());
    stop();
    storeUser({ id: 40, numbers: 2 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it.each(["", "{", "null", '"12"', '[[12,"many"]]', "[[0,1]]", "[[1.5,1]]", "[12]"])(
    "are none where the storage holds %j",
    (text) => {
      store.set("pult.smartUsers", text);
      expect(seenUsers()).toEqual([]);
    },
  );
});

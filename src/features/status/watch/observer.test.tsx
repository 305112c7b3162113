import "fake-indexeddb/auto";
import { QueryClient } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ListedSipAccount } from "#api/sip.ts";
import type { Change } from "./observe.ts";
import {
  readAllChanges,
  readAccountChanges,
  lastSnapshotAt,
  onLogged,
  startObserver,
  useWatch,
} from "./observer.ts";

const T = Date.UTC(2026, 10, 21, 11, 0);
let client: QueryClient;
let stop: () => void;

const makeStatuses = (online: Record<number, boolean>) =>
  Object.entries(online).map(([id, on_line]) => ({ id: Number(id), name: `Имя ${id}`, on_line }));

/** A response of statuses, so many seconds after the first. */
function answer(seconds: number, online: Record<number, boolean>, complete = true) {
  const data = { items: makeStatuses(online), total: undefined, complete, truncated: false };
  vi.setSystemTime(T + seconds * 1000);
  client.setQueryData(["listSipStatuses"], data, { updatedAt: T + seconds * 1000 });
}

function accounts(...items: ListedSipAccount[]) {
  const data = { items, invalidRows: [], total: undefined, complete: true, truncated: false };
  client.setQueryData(["listSipAccounts"], data);
}

const account = (id: number, finally_created = true): ListedSipAccount => ({
  id,
  name: `Кабинет ${id}`,
  number: 200 + id,
  finally_created,
});

/** Waits until the poll of that time is observed. */
const addSnapshot = async (...args: Parameters<typeof answer>) => {
  await act(async () => {
    answer(...args);
    await vi.waitFor(() => expect(lastSnapshotAt()).toBe(T + args[0] * 1000));
  });
};

function watch() {
  stop = startObserver(client, "sandbox");
  let commits = 0;
  const { result } = renderHook(() => {
    commits++;
    return useWatch();
  });
  return { result, commits: () => commits };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: T });
  client = new QueryClient();
  accounts(account(1), account(2));
});

afterEach(async () => {
  stop();
  vi.useRealTimers();
  await deleteDB("pult-watch-sandbox");
});

describe("the observer", () => {
  it("starts with the first complete response, also one cached before", async () => {
    answer(0, { 1: true, 2: false });
    const { result } = watch();
    expect(result.current.ready).toBe(false);
    await waitFor(() => expect(result.current.ready).toBe(true));
    expect(result.current.stored).toBe(true);
    expect(result.current.sightings.get(2)).toEqual({ state: "offline", since: T, exact: false });
  });

  it("reports each change once, with the account's name", async () => {
    const { result } = watch();
    const logged: (readonly Change[])[] = [];
    const unsubscribe = onLogged((changes) => logged.push(changes));
    await addSnapshot(0, { 1: true, 2: true });
    await addSnapshot(15, { 1: false, 2: true });
    const dropped = {
      account: 1,
      name: "Кабинет 1",
      extension: 201,
      from: "online",
      to: "offline",
    };
    expect(result.current.changes).toEqual([{ ...dropped, at: T + 15_000, after: T }]);
    expect(logged).toEqual([result.current.changes]);
    unsubscribe();
    await addSnapshot(30, { 1: true, 2: true });
    expect(logged).toHaveLength(1);
    expect(await readAccountChanges(1)).toEqual(result.current.changes);
    expect(await readAccountChanges(2)).toEqual([]);
    expect(await readAllChanges()).toHaveLength(2);
  });

  it("renders nothing for a poll that changed nothing, but counts it as a poll", async () => {
    const { result, commits } = watch();
    await addSnapshot(0, { 1: true, 2: true });
    const [before, count] = [result.current, commits()];
    for (let poll = 1; poll <= 20; poll++) await addSnapshot(poll * 15, { 1: true, 2: true });
    expect(commits()).toBe(count);
    expect(result.current).toBe(before);
    await addSnapshot(315, { 1: false, 2: true });
    expect(result.current.sightings.get(1)?.exact).toBe(true);
    expect(result.current.sightings.get(2)?.since).toBe(T);
  });

  it("ignores a partial list", async () => {
    const { result } = watch();
    await addSnapshot(0, { 1: true, 2: true });
    act(() => answer(15, { 1: false }, false));
    await addSnapshot(30, { 1: true, 2: true });
    expect(result.current.changes).toEqual([]);
  });

  it("ignores an account that the list does not have yet: it may be in creation", async () => {
    const { result } = watch();
    await addSnapshot(0, { 1: true, 7: false });
    expect([...result.current.sightings.keys()]).toEqual([1]);
    accounts(account(1), account(7, false));
    await addSnapshot(15, { 1: true, 7: false });
    expect(result.current.sightings.get(7)?.state).toBe("creating");
    expect(result.current.changes).toEqual([]);
  });

  it("recognizes accounts in creation, with a status or without", async () => {
    accounts(account(1, false), account(2, false));
    const { result } = watch();
    await addSnapshot(0, { 1: false });
    const states = [1, 2].map((id) => result.current.sightings.get(id)?.state);
    expect(states).toEqual(["creating", "creating"]);
  });

  it("waits for a request for the accounts in flight", async () => {
    client = new QueryClient();
    const coming = new EventTarget();
    void client.fetchQuery({
      queryKey: ["listSipAccounts"],
      queryFn: () =>
        new Promise((resolve) => {
          coming.addEventListener("come", () =>
            resolve({ items: [account(1, false)], complete: true }),
          );
        }),
    });
    const { result } = watch();
    act(() => answer(0, { 1: false }));
    expect(lastSnapshotAt()).toBeUndefined();
    await act(async () => {
      coming.dispatchEvent(new Event("come"));
      await vi.waitFor(() => expect(lastSnapshotAt()).toBe(T));
    });
    expect(result.current.sightings.get(1)?.state).toBe("creating");
  });

  it("restores the stored observations, but shows them only after the first poll", async () => {
    const first = watch();
    await addSnapshot(0, { 1: true });
    await addSnapshot(15, { 1: false });
    act(() => stop());
    expect(first.result.current).toMatchObject({ ready: false, changes: [] });
    client = new QueryClient();
    accounts(account(1));
    const { result } = watch();
    await waitFor(() => expect(result.current.changes).toHaveLength(1));
    expect(result.current.sightings.size).toBe(0);
    await addSnapshot(30, { 1: false });
    expect(result.current.sightings.get(1)).toMatchObject({ since: T + 15_000, exact: true });
  });

  it("starts only once, however often it is called", async () => {
    const { result } = watch();
    expect(startObserver(client, "sandbox")).toBe(stop);
    await addSnapshot(0, { 1: true });
    await addSnapshot(15, { 1: false });
    expect(result.current.changes).toHaveLength(1);
  });
});

describe("flapping", () => {
  it("starts with the third change and ends by itself ten minutes after the first", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: T });
    const { result } = watch();
    const turn = async (...args: Parameters<typeof answer>) => {
      await act(async () => {
        answer(...args);
        while (lastSnapshotAt() !== T + args[0] * 1000) await new Promise(setImmediate);
      });
    };
    await turn(0, { 1: true, 2: true });
    await turn(15, { 1: false, 2: true });
    await turn(30, { 1: true, 2: true });
    expect(result.current.flapping.size).toBe(0);
    await turn(45, { 1: false, 2: true });
    expect([...result.current.flapping]).toEqual([1]);
    const before = result.current.flapping;
    act(() => void vi.advanceTimersByTime(569_000));
    expect(result.current.flapping).toBe(before);
    act(() => void vi.advanceTimersByTime(1000));
    expect(result.current.flapping.size).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import type { WatchedObject } from "#api/history.ts";
import { type Watched, watchedKey } from "#domain/watched/queries.ts";
import type { Observation } from "./observe.ts";
import { mergeObservations } from "./observations.ts";

const TWO = Date.UTC(2026, 10, 21, 14);
const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

const object = (changes: Partial<WatchedObject> = {}): WatchedObject => ({
  kind: "sip",
  id: 25,
  state: "offline",
  since: iso(TWO),
  exact: true,
  before: null,
  ...changes,
});

function watched(objects: WatchedObject[], gaps: Watched["gaps"] = []): Watched {
  return {
    objects: new Map(objects.map((one) => [watchedKey(one.kind, one.id), one])),
    gaps,
    lookedAt: TWO + 10 * MINUTE,
    everyMs: 30_000,
    unreadableSince: undefined,
    readAt: TWO,
  };
}

const own = (changes: Partial<Observation> = {}) =>
  new Map<number, Observation>([
    [25, { state: "offline", since: TWO + MINUTE, exact: false, ...changes }],
  ]);

describe("since when an account has its state", () => {
  it("is the server's, who watched before this browser did", () => {
    const merged = mergeObservations(watched([object()]), own());
    expect(merged.get(25)).toEqual({ state: "offline", since: TWO, exact: true, source: "server" });
  });

  it("is this browser's where the server has not looked yet", () => {
    const merged = mergeObservations(watched([object({ state: "online" })]), own({ exact: true }));
    expect(merged.get(25)).toMatchObject({ state: "offline", since: TWO + MINUTE });
  });

  it("is this browser's where it saw a change between two looks of the server", () => {
    const merged = mergeObservations(watched([object()]), own({ exact: true }));
    expect(merged.get(25)?.since).toBe(TWO + MINUTE);
  });

  it("is the server's where this browser no longer finds the account", () => {
    const gone = own({ state: "online", gone: TWO + 2 * MINUTE });
    expect(mergeObservations(watched([object()]), gone).get(25)?.source).toBe("server");
  });

  it("is this browser's while the server has said nothing", () => {
    const seen = own();
    expect(mergeObservations(undefined, seen)).toBe(seen);
  });

  it("has the time in which nobody watched, from the change on", () => {
    const gap = { kind: "sip", reason: "stopped", from: iso(TWO - MINUTE) } as const;
    const of = (to: number) =>
      mergeObservations(watched([object()], [{ ...gap, to: iso(to) }]), new Map()).get(25)?.gap;
    expect(of(TWO + MINUTE)).toEqual({ from: TWO, to: TWO + MINUTE });
    expect(of(TWO)).toBeUndefined();
  });

  it("keeps the object of an account that did not change", () => {
    const all = watched([object()]);
    const first = mergeObservations(all, new Map()).get(25);
    expect(mergeObservations({ ...all, lookedAt: TWO }, new Map()).get(25)).toBe(first);
  });

  it("has nothing of external numbers, whose ids may be equal", () => {
    expect(mergeObservations(watched([object({ kind: "external" })]), new Map()).size).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import type { WatchedObject } from "#api/history.ts";
import { type Watched, watchedKey } from "#domain/watched/queries.ts";
import { joinLines } from "./lines.ts";

const SINCE = "2026-03-10T09:00:00.000Z";
const seen = (
  id: number,
  state: WatchedObject["state"],
  kind: WatchedObject["kind"] = "external",
) => ({ kind, id, state, since: SINCE, exact: true, before: null }) as const;
const watched = (...objects: WatchedObject[]): Watched => ({
  objects: new Map(objects.map((object) => [watchedKey(object.kind, object.id), object])),
  gaps: [],
  lookedAt: Date.parse(SINCE),
  everyMs: 30_000,
  unreadableSince: undefined,
  readAt: 0,
});
const listed = (id: number | null, type: string, status?: boolean | string) => ({
  id,
  number: `7495000200${id}`,
  source: "login@sip.x.example",
  type,
  status,
});

describe("the external numbers of the wall", () => {
  it("are those with a registration, as the server watched it, else as the list says", () => {
    const list = [
      listed(1, "АТС", true),
      listed(2, "АТС", false),
      listed(3, "SIP-URI"),
      listed(4, "АТС"),
      listed(null, "АТС", "OK"),
    ];
    const lines = joinLines(list, watched(seen(1, "offline"), seen(2, "online", "sip")));
    expect(lines.map(({ key, state }) => [key, state])).toEqual([
      ["external:1", "offline"],
      ["external:2", "offline"],
      ["external:4", "unknown"],
      ["external:+4", "online"],
    ]);
    expect(lines[0]).toMatchObject({
      number: "74950002001",
      observation: { state: "offline", since: Date.parse(SINCE), exact: true, source: "server" },
    });
    expect(lines[1]?.observation).toBeUndefined();
  });

  it("have no numbers for who may not read the list", () => {
    const lines = joinLines(undefined, watched(seen(1, "offline"), seen(25, "online", "sip")));
    expect(lines).toMatchObject([{ key: "external:1", number: undefined, state: "offline" }]);
    expect(joinLines(undefined, undefined)).toEqual([]);
  });
});

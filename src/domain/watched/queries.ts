import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  listWatched,
  readOnlineDay,
  type StateGap,
  type WatchedKind,
  type WatchedObject,
} from "#api/history.ts";
import { withBackoff } from "#common/backoff.ts";
import { operationKey } from "#common/query.ts";

/** What the server's watch knows now. */
export interface Watched {
  /** By kind and id, as `watchedKey` gives them. An object stays the same until it changes. */
  objects: ReadonlyMap<string, WatchedObject>;
  gaps: readonly (StateGap & { kind: WatchedKind })[];
  /** In ms since 1970; undefined before the first look. */
  lookedAt: number | undefined;
  /** Milliseconds between two looks. */
  everyMs: number;
  /** Since when the server can't read the provider, in ms since 1970; undefined while it can. */
  unreadableSince: number | undefined;
  /** When everything was read, and not only what changed; in ms since 1970. */
  readAt: number;
}

export const watchedKey = (kind: WatchedKind, id: number): string => `${kind}:${id}`;

/** Everything is read again after this time, in milliseconds: what is gone is never named. */
const READ_ALL_MS = 10 * 60_000;
const USUAL_MS = 30_000;
/** The server looks at accounts and external numbers separately: so many looks are read again. */
const OVERLAP_LOOKS = 2;

/** Since when everything has its state, as the server saw it. */
export const watchedQuery = () =>
  queryOptions({
    queryKey: operationKey(listWatched),
    queryFn: async ({ client, queryKey, signal }): Promise<Watched> => {
      const known = client.getQueryData<Watched>(queryKey);
      const { data } = await call(listWatched, { query: changedSince(known) }, { signal });
      const lookedAt = toMs(data.lookedAt);
      const isNewStore = (lookedAt ?? 0) < (known?.lookedAt ?? 0);
      const isPart = changedSince(known).after !== undefined && !isNewStore;
      return {
        objects: merge(isPart ? known?.objects : undefined, data.items),
        gaps: data.gaps,
        lookedAt,
        everyMs: data.every * 1000,
        unreadableSince: toMs(data.unreadableSince),
        readAt: isPart && known !== undefined ? known.readAt : isNewStore ? 0 : Date.now(),
      };
    },
    // Keeps the identity of what did not change by itself.
    structuralSharing: false,
    staleTime: 5_000,
    refetchInterval: (query) => withBackoff(query.state.data?.everyMs ?? USUAL_MS, query),
  });

const DAY_INTERVAL_MS = 5 * 60_000;

/** How many accounts were online through the last 24 hours. */
export const onlineDayQuery = () =>
  queryOptions({
    queryKey: operationKey(readOnlineDay),
    queryFn: async ({ signal }) => (await call(readOnlineDay, {}, { signal })).data,
    staleTime: 60_000,
    retry: false,
    refetchInterval: (query) => withBackoff(DAY_INTERVAL_MS, query),
  });

function changedSince(known: Watched | undefined): { after?: string } {
  if (known?.lookedAt === undefined || Date.now() - known.readAt > READ_ALL_MS) return {};
  return { after: new Date(known.lookedAt - OVERLAP_LOOKS * known.everyMs).toISOString() };
}

function merge(
  known: Watched["objects"] | undefined,
  items: readonly WatchedObject[],
): Watched["objects"] {
  const objects = new Map(known);
  for (const item of items) {
    const key = watchedKey(item.kind, item.id);
    const old = objects.get(key);
    if (old === undefined || old.since !== item.since || old.state !== item.state) {
      objects.set(key, item);
    }
  }
  return objects;
}

const toMs = (moment: string | null) => (moment === null ? undefined : Date.parse(moment));

/** Milliseconds between two looks of the server; without what they found. */
export const watchPaceQuery = () =>
  queryOptions({
    queryKey: operationKey(listWatched, { only: "pace" }),
    queryFn: async ({ signal }) => {
      const query = { after: new Date().toISOString() };
      return (await call(listWatched, { query }, { signal })).data.every * 1000;
    },
    staleTime: Infinity,
  });

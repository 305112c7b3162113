import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { WatchedObject } from "#api/history.ts";
import { type Watched, watchedKey, watchedQuery } from "#domain/watched/queries.ts";
import { useWatch } from "./observer.ts";
import type { Observation } from "./observe.ts";

type Observations = ReadonlyMap<number, Observation>;

/** Since when each account has its state: as the server saw it, else as this browser did. */
export function useObservations(): Observations {
  const { data: watched } = useQuery(watchedQuery());
  const { sightings } = useWatch();
  return useMemo(() => mergeObservations(watched, sightings), [watched, sightings]);
}

/**
 * The server's observation of each account, but where this browser has seen more: a state that the
 * server has not looked at yet, or a change between two of its looks.
 */
export function mergeObservations(
  watched: Watched | undefined,
  browser: Observations,
): Observations {
  if (watched === undefined) return browser;
  const merged = new Map(browser);
  const gap = watched.gaps.find(({ kind }) => kind === "sip");
  for (const object of watched.objects.values()) {
    if (object.kind !== "sip") continue;
    const server = toObservation(object, gap);
    const own = browser.get(object.id);
    if (own === undefined || !sawMore(own, server)) merged.set(object.id, server);
  }
  return merged;
}

/** Of one account; a look of the server that changes nothing of it renders nothing. */
export function useObservation(id: number): Observation | undefined {
  const { data: server } = useQuery({
    ...watchedQuery(),
    select: ({ objects, gaps }) => {
      const object = objects.get(watchedKey("sip", id));
      const gap = gaps.find(({ kind }) => kind === "sip");
      // Not undefined, which a selection must not be.
      return object === undefined ? null : toObservation(object, gap);
    },
  });
  const own = useWatch().sightings.get(id);
  if (!server) return own;
  return own !== undefined && sawMore(own, server) ? own : server;
}

function sawMore(own: Observation, server: Observation): boolean {
  if (own.state !== server.state) return own.gone === undefined;
  return own.exact && own.since > server.since;
}

type Gap = Watched["gaps"][number] | undefined;

/** Made once of each object, so that only what changed renders. */
const made = new WeakMap<WatchedObject, { gapTo: string | undefined; observation: Observation }>();

function toObservation(object: WatchedObject, gap: Gap): Observation {
  const known = made.get(object);
  if (known !== undefined && known.gapTo === gap?.to) return known.observation;
  const { state, exact, before } = object;
  const since = Date.parse(object.since);
  const observation: Observation = { state, since, exact, source: "server" };
  if (before !== null) observation.before = { state: before.state, at: Date.parse(before.at) };
  if (gap !== undefined && Date.parse(gap.to) > since) {
    observation.gap = { from: Math.max(since, Date.parse(gap.from)), to: Date.parse(gap.to) };
  }
  made.set(object, { gapTo: gap?.to, observation });
  return observation;
}

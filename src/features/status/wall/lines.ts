import type { ExternalNumber } from "#api/externalNumbers.ts";
import { toConnectionType, toRegistrationState } from "#domain/externalNumbers/rows.ts";
import type { Watched } from "#domain/watched/queries.ts";
import type { Observation } from "../watch/observe.ts";

/** An external number that Plusofon registers at its operator. */
export interface WallLine {
  key: string;
  /** Digits; undefined for who may not read the list of numbers. */
  number: string | undefined;
  state: "online" | "offline" | "unknown";
  observation: Observation | undefined;
}

/**
 * The external numbers with their registration as the server's watch saw it, or as the list says
 * before that. Without the list they have no numbers.
 */
export function joinLines(
  list: readonly ExternalNumber[] | undefined,
  watched: Watched | undefined,
): WallLine[] {
  const seen = new Map(
    [...(watched?.objects.values() ?? [])].flatMap((object) =>
      object.kind === "external" ? [[object.id, object] as const] : [],
    ),
  );
  const observe = (id: number | null | undefined): Observation | undefined => {
    const object = typeof id === "number" ? seen.get(id) : undefined;
    if (object === undefined) return undefined;
    const { state, exact } = object;
    return { state, exact, since: Date.parse(object.since), source: "server" };
  };
  if (list === undefined) {
    return [...seen.values()].map(({ id, state }) => ({
      key: `external:${id}`,
      number: undefined,
      state,
      observation: observe(id),
    }));
  }
  return list.flatMap(({ id, number, type, status }, index) => {
    if (toConnectionType(type) !== "ate") return [];
    const observation = observe(id);
    const state =
      observation?.state === "online" || observation?.state === "offline"
        ? observation.state
        : listedState(status);
    return [{ key: `external:${id ?? `+${index}`}`, number, state, observation }];
  });
}

function listedState(status: ExternalNumber["status"]): WallLine["state"] {
  const text = typeof status === "string" ? status : "";
  const state = toRegistrationState(text, typeof status === "boolean" ? status : undefined);
  if (state === "unknown") return "unknown";
  return state === "registered" ? "online" : "offline";
}

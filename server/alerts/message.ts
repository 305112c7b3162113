import type { WatchedKind } from "#api/history.ts";
import type { Label } from "#server/watch/look.ts";
import type { AlertEvent, DownObject } from "./rules.ts";

/** The names of those that are not known by now are their ids. */
export type NameOf = (kind: WatchedKind, id: number) => Label;

interface Named extends Label {
  id: number;
  /** ISO 8601, in UTC: since when it is as the message says. */
  since: string;
}

/** Some of the objects by name, and how many there are. */
export interface NamedList<T extends Named = Named> {
  count: number;
  items: T[];
}

/** What a webhook is sent as JSON, and what texts are written from. All moments are ISO 8601, in UTC. */
export type AlertMessage = {
  /** The same for all attempts, on all channels. */
  id: string;
  at: string;
  /** Null in a test. */
  rule: { id: string; name: string } | null;
  /** Pult's page about it, where its address is known. */
  link: string | null;
} & AlertContent;

type AlertContent =
  | { type: "test" }
  | {
      type: "objects";
      kind: WatchedKind;
      down: NamedList;
      up: NamedList<Named & { downSince: string; isGone: boolean }>;
      flapping: NamedList<Named & { drops: number }>;
      calm: NamedList;
      /** How many more are down, and were told before. */
      others: number;
    }
  | {
      type: "many";
      kind: WatchedKind;
      isOver: boolean;
      since: string;
      down: NamedList;
      total: number;
    }
  | { type: "unreadable"; isOver: boolean; since: string };

/** So many objects are named; of others only how many they are is told. */
const NAMED = 20;

/** What is told of an event, with the names that the objects have now. */
export function toMessage(
  event: AlertEvent,
  about: Pick<AlertMessage, "id" | "rule"> & { at: number; publicUrl: string | undefined },
  nameOf: NameOf,
): AlertMessage {
  const { id, rule, at, publicUrl } = about;
  const isExternal = event.type !== "unreadable" && event.kind === "external";
  const page = isExternal ? "external-numbers" : "status";
  const link = publicUrl === undefined ? null : `${publicUrl}/${page}`;
  return { id, at: iso(at), rule, link, ...contentOf(event, nameOf) };
}

function contentOf(event: AlertEvent, nameOf: NameOf): AlertContent {
  if (event.type === "unreadable") return { ...event, since: iso(event.since) };
  const { kind } = event;
  const list = <T extends DownObject, U>(objects: readonly T[], more: (object: T) => U) => ({
    count: objects.length,
    items: objects.slice(0, NAMED).map((object): Named & U => {
      const { id, since } = object;
      return Object.assign({ id, ...nameOf(kind, id), since: iso(since) }, more(object));
    }),
  });
  if (event.type === "many") {
    return { ...event, since: iso(event.since), down: list(event.down, nothingMore) };
  }
  return {
    type: "objects",
    kind,
    down: list(event.down, nothingMore),
    up: list(event.up, ({ downSince, isGone }) => ({ downSince: iso(downSince), isGone })),
    flapping: list(event.flapping, ({ drops }) => ({ drops })),
    calm: list(event.calm, nothingMore),
    others: event.others,
  };
}

const nothingMore = () => ({});
const iso = (ms: number) => new Date(ms).toISOString();

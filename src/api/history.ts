import * as z from "zod/mini";
import { readId } from "./fields.ts";
import { operation } from "./operation.ts";

/** What the server watches: SIP accounts, and «АТС» connections of external numbers. */
export const WATCHED_KINDS = ["sip", "external"] as const;
export type WatchedKind = (typeof WATCHED_KINDS)[number];

/** Registered or not. */
export const WATCHED_STATES = ["online", "offline"] as const;
export type WatchedState = (typeof WATCHED_STATES)[number];

/**
 * Why nothing is known of a time: Pult was not running, the provider could not be read, or the
 * provider did not list the object (it was being created, say).
 */
export const GAP_REASONS = ["stopped", "unreadable", "absent"] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** A moment in ISO 8601, in UTC. */
const moment = z.iso.datetime();

const change = z.object({ at: moment, state: z.enum(WATCHED_STATES) });
const gap = z.object({ from: moment, to: moment, reason: z.enum(GAP_REASONS) });
export type StateChange = z.output<typeof change>;
export type StateGap = z.output<typeof gap>;

/** The states of one object over time, as the server saw them; at most 400 days. */
export const readHistory = operation({
  name: "readHistory",
  own: true,
  method: "GET",
  path: "/history/{kind}/{id}",
  access: "support",
  summary: "When an account or an external number was registered",
  source: "Pult",
  params: z.object({ kind: z.enum(WATCHED_KINDS), id: readId }),
  /** Until now and from a day before that, where nothing else is said. */
  query: z.object({ from: z.optional(moment), to: z.optional(moment) }),
  response: z.object({
    /** The state in which the time begins, and since when; null where nothing is known of it. */
    before: z.nullable(change),
    /** Each within the time asked for, in order, at the moment of the look that found it. */
    changes: z.array(change),
    /** Those that touch the time asked for, in order; cut to it. */
    gaps: z.array(gap),
    /** The last look; null before the first one. Nothing is known of what comes after it. */
    lookedAt: z.nullable(moment),
  }),
});
export type History = z.output<typeof readHistory.response>;

const watched = z.object({
  kind: z.enum(WATCHED_KINDS),
  id: readId,
  state: z.enum(WATCHED_STATES),
  /** The look that first found this state. */
  since: moment,
  /** Whether the look before it, a moment earlier, found another one: the change itself was seen. */
  exact: z.boolean(),
  /** What the last look before `since` found; null where there was none. */
  before: z.nullable(change),
});
export type WatchedObject = z.output<typeof watched>;

/** Since when each account and external number has its state, as the server saw it. */
export const listWatched = operation({
  name: "listWatched",
  own: true,
  method: "GET",
  path: "/watch",
  access: "wall",
  summary: "Since when each account and external number is registered or not",
  source: "Pult",
  /** Only what changed after this moment; all by default. */
  query: z.object({ after: z.optional(moment) }),
  response: z.object({
    items: z.array(watched),
    /**
     * The last gap of each kind: of a state that is older, nobody knows whether it stayed like that
     * meanwhile.
     */
    gaps: z.array(z.extend(gap, { kind: z.enum(WATCHED_KINDS) })),
    /** The last look at the accounts that succeeded; null before the first one. */
    lookedAt: z.nullable(moment),
    /** Seconds between two looks. */
    every: z.int(),
    /** Since when the provider can't be read; null while it can. */
    unreadableSince: z.nullable(moment),
  }),
  rows: "items",
});

const point = z.object({ at: moment, online: z.int(), total: z.int() });
export type OnlinePoint = z.output<typeof point>;

/** How many accounts were online through the last 24 hours, as the server saw it. */
export const readOnlineDay = operation({
  name: "readOnlineDay",
  own: true,
  method: "GET",
  path: "/watch/day",
  access: "support",
  summary: "How many accounts were registered through the last 24 hours",
  source: "Pult",
  response: z.object({
    from: moment,
    /**
     * In order, one where the number changed, at most one in five minutes: the fewest that were
     * online within them, of so many. It holds until the next one.
     */
    points: z.array(point),
    gaps: z.array(gap),
    /** The last look; null before the first one. */
    lookedAt: z.nullable(moment),
  }),
});
export type OnlineDay = z.output<typeof readOnlineDay.response>;

import type { QueryClient } from "@tanstack/react-query";
import type { journalHeaders } from "#api/journalHeaders.ts";
import type { Stale } from "#common/query.ts";
import type { Country } from "../../directions/model.ts";

/** Values by name: of fields, or of countries by dial code. */
export type Values = Readonly<Record<string, unknown>>;

/** The three values that an undo compares, with the same keys. */
export interface Situation {
  /** As they were before the change; undefined for what did not exist. */
  before: Values;
  /** As the change left them. */
  left: Values;
  /** As they are. A key that can't be read is missing, and taken to be as it was left. */
  now: Values;
  /** Names the keys of destinations. */
  countries?: ReadonlyMap<string, readonly Country[]>;
}

type JournalHeaders = ReturnType<typeof journalHeaders>;

/** How a change is taken back. */
export interface UndoPlan {
  can: true;
  /** Fields that were changed and stay as they are: Pult or the API does not know them. */
  kept: readonly string[];
  /** Reads afresh. Undefined: what was changed no longer exists. Throws as `call` does. */
  read: (client: QueryClient) => Promise<Situation | undefined>;
  /** Sends the ordinary operation that gives these keys their values from before; once. */
  write: (
    keys: readonly string[],
    situation: Situation,
    headers: JournalHeaders,
  ) => Promise<unknown>;
  /** What is stale afterwards. */
  stale: readonly Stale[];
}

/** Why a change can't be taken back. */
export type NoUndoReason =
  /** It changed nothing: refused, or only shown. */
  | "nothing"
  | "unknown"
  | "undone"
  /** Pult keeps no passwords. */
  | "password"
  /** The provider needs all fields of the connection, with the password. */
  | "connection"
  /** What it was before is not known whole. */
  | "incomplete"
  /** The provider can set it, but not unset. */
  | "unset"
  | "accountCreated"
  | "accountDeleted"
  | "externalCreated"
  | "externalDeleted"
  | "smartDeleted";

/** What to do instead, by its text; the address is where. */
export interface NextBest {
  text:
    | "openAccount"
    | "setPassword"
    | "editAccount"
    | "createLike"
    | "newScenario"
    | "openExternal"
    | "editExternal"
    | "connectAgain"
    | "setForwarding"
    | "addSmart";
  path: string;
  /** For the form of a new account: what it starts with. */
  like?: Values;
}

export interface NoUndo {
  can: false;
  reason: NoUndoReason;
  next?: NextBest | undefined;
}

export const noUndo = (reason: NoUndoReason, next?: NextBest): NoUndo => ({
  can: false,
  reason,
  next,
});

/** One value that an undo changes. */
export interface UndoChange {
  key: string;
  before: unknown;
  left: unknown;
  now: unknown;
}

export interface Comparison {
  /** What is not as it was before. */
  changes: readonly UndoChange[];
  /** Those that somebody else has changed since. */
  conflicts: readonly UndoChange[];
}

/** What an undo would change, and which of it somebody has changed since. */
export function compare({ before, left, now }: Situation): Comparison {
  const changes = Object.keys(before).flatMap((key) => {
    const change = {
      key,
      before: before[key],
      left: left[key],
      now: key in now ? now[key] : left[key],
    };
    return isSame(change.now, change.before) ? [] : [change];
  });
  return { changes, conflicts: changes.filter((one) => !isSame(one.now, one.left)) };
}

/** Whether two values mean the same: the provider writes "nothing" in several ways. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(value: unknown): unknown {
  if (value === undefined || value === "") return null;
  if (typeof value === "string") return value.trim() || null;
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, canonical(each)] as const);
  const known = entries.filter(([, each]) => each !== null);
  return known.sort(([a], [b]) => (a < b ? -1 : 1));
}

export function pick(values: Values, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

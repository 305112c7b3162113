import type { QueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { closeDirections, listAllowedDirections, openDirections } from "#api/directions.ts";
import type { Result } from "#api/operation.ts";
import { patchCached, readAnew } from "#common/cache.ts";
import { canTurn, type Country, openCodeOf } from "#common/directions/model.ts";
import type { Plan } from "../draft/plan.ts";
import { allowedDirectionsQuery } from "#common/directions/queries.ts";
import { keyOf } from "#common/query.ts";

/** What one plan sends: operation 25, operation 24. */
export type Half = "close" | "open";
/** What must be sent, and of which countries. */
export type Changes = Pick<Plan, "open" | "close" | "opens" | "closes">;
type Allowed = Result<typeof listAllowedDirections>["directions"];

/** How far it got: all of it, or up to a half that failed. */
export type Outcome = { done: true } | Failure;

export interface Failure {
  done: false;
  /** The half that failed; what comes after it was not sent. */
  half: Half;
  error: unknown;
  /** Whether the other half was done before, or was to come after it and was not sent. */
  otherDone: boolean;
  otherLeft: boolean;
  /**
   * What a list that was read afterwards says of the half that failed: none of it was done, or a
   * part. Undefined where it could not be read.
   */
  found: "none" | "part" | undefined;
}

/**
 * Closes, then opens. Closing comes first: it takes nothing away from what was just opened, and
 * should the second half fail, fewer calls can be made rather than more. An answer that was lost
 * is looked up in a new list; a half is never sent twice.
 */
export async function applyPlan(client: QueryClient, changes: Changes): Promise<Outcome> {
  const halves = (["close", "open"] as const).filter((half) => changes[half].length > 0);
  for (const half of halves) {
    try {
      await send(half, changes);
      await show(client, half, changes);
    } catch (error) {
      const now = await readAllowed(client).catch(() => undefined);
      const left = now && leftOf(half, changes, now);
      if (left === 0) continue;
      const all = half === "close" ? changes.close.length : changes.opens.length;
      const found = left === undefined ? undefined : left === all ? "none" : "part";
      const last = half === halves.at(-1);
      const both = halves.length === 2;
      return { done: false, half, error, otherDone: both && last, otherLeft: !last, found };
    }
  }
  void client.invalidateQueries({ queryKey: keyOf(listAllowedDirections) });
  return { done: true };
}

function send(half: Half, { open, close }: Changes) {
  if (half === "close") return call(closeDirections, { body: { codes: close } });
  return call(openDirections, { body: { direction_ids: open } });
}

/**
 * What is open by a list that is asked for now, not by one that was on its way already. Throws as
 * `call` does.
 */
export async function readAllowed(client: QueryClient): Promise<Allowed> {
  return (await readAnew(client, allowedDirectionsQuery())).directions;
}

/** How many of a half are not as they were to be. */
function leftOf(half: Half, { close, opens }: Changes, allowed: Allowed): number {
  const open = new Set(Object.entries(allowed).map(([key, one]) => openCodeOf(key, one)));
  if (half === "close") return close.filter((code) => open.has(code)).length;
  return opens.filter(({ code }) => !open.has(code)).length;
}

/** Shows what was done at once: a new list that is slow or fails must not make it look undone. */
async function show(client: QueryClient, half: Half, changes: Changes): Promise<void> {
  const { queryKey } = allowedDirectionsQuery();
  await client.cancelQueries({ queryKey });
  patchCached(client, queryKey, (old) => ({
    ...old,
    directions: allowedAfter(old.directions, half, changes),
  }));
}

/** What operation 23 will say once a half is done. */
export function allowedAfter(allowed: Allowed, half: Half, { close, opens }: Changes): Allowed {
  if (half === "close") {
    const open = Object.entries(allowed);
    return Object.fromEntries(open.filter(([key, one]) => !close.includes(openCodeOf(key, one))));
  }
  return { ...allowed, ...Object.fromEntries(opens.map((one) => [one.code, entryOf(one)])) };
}

function entryOf({ code, name, englishName }: Country): Allowed[string] {
  return { code, name, english_name: englishName };
}

/**
 * What takes changes back: closes the codes that were opened, opens every country of the codes
 * that were closed. Undefined where one of them can't be turned back.
 */
export function reverseOf({
  opens,
  closes,
  closesAlong,
}: Pick<Plan, "opens" | "closes" | "closesAlong">): Changes | undefined {
  const closed = [...closes, ...closesAlong];
  const turnable =
    closed.every((one) => canTurn(one, true)) && opens.every((one) => canTurn(one, false));
  if (!turnable) return undefined;
  return {
    open: closed.flatMap(({ directionId }) => directionId ?? []),
    close: [...new Set(opens.map(({ code }) => code))],
    opens: closed,
    closes: opens,
  };
}

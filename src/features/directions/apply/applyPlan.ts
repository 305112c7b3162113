import type { QueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { closeDirections, listAllowedDirections, openDirections } from "#api/directions.ts";
import { journalHeaders } from "#api/journalHeaders.ts";
import type { Result } from "#api/operation.ts";
import { patchCached, fetchFresh } from "#common/cache.ts";
import { newBatchId } from "#lib/batchId.ts";
import { canToggle, type Country, getAllowedCode } from "#domain/directions/model.ts";
import type { Plan } from "../draft/plan.ts";
import { allowedDirectionsQuery } from "#domain/directions/queries.ts";
import { operationKey } from "#common/query.ts";

/** What one plan sends: operation 25, operation 24. */
export type Step = "close" | "open";
/** What must be sent, and of which countries. */
export type Changes = Pick<Plan, "open" | "close" | "opens" | "closes">;
type Allowed = Result<typeof listAllowedDirections>["directions"];

/** The outcome: all of it, or up to a step that failed. */
export type Outcome = { done: true; entries: Entries } | Failure;

/** The entry of each step in the journal. */
export type Entries = Partial<Record<Step, number>>;

export interface Failure {
  done: false;
  /** The step that failed; the next one was not sent. */
  step: Step;
  error: unknown;
  /** Whether the other step was done before, or would have followed and was not sent. */
  otherDone: boolean;
  otherLeft: boolean;
  /**
   * What the list shows after the failed step: none of it was done, or a part. Undefined where it
   * could not be read.
   */
  found: "none" | "part" | undefined;
}

/**
 * Closes, then opens. Closing comes first because it takes nothing away from what was just opened,
 * and if the second step fails, fewer calls can be made rather than more. A lost response is looked
 * up in a fresh list; a step is never sent twice. `undoes` are the entries that the steps take back.
 */
export async function applyPlan(
  client: QueryClient,
  changes: Changes,
  undoes: Entries = {},
): Promise<Outcome> {
  const steps = (["close", "open"] as const).filter((step) => changes[step].length > 0);
  const batch = steps.length > 1 ? newBatchId() : undefined;
  const entries: Entries = {};
  for (const step of steps) {
    try {
      const { entry } = await send(step, changes, journalHeaders({ batch, undoes: undoes[step] }));
      if (entry !== undefined) entries[step] = entry;
      await patchAllowed(client, step, changes);
    } catch (error) {
      const now = await fetchAllowed(client).catch(() => undefined);
      const left = now && countRemaining(step, changes, now);
      if (left === 0) continue;
      const all = step === "close" ? changes.close.length : changes.opens.length;
      const found = left === undefined ? undefined : left === all ? "none" : "part";
      const last = step === steps.at(-1);
      const both = steps.length === 2;
      return { done: false, step, error, otherDone: both && last, otherLeft: !last, found };
    }
  }
  void client.invalidateQueries({ queryKey: operationKey(listAllowedDirections) });
  return { done: true, entries };
}

function send(step: Step, { open, close }: Changes, headers: Record<string, string>) {
  if (step === "close") return call(closeDirections, { body: { codes: close } }, { headers });
  return call(openDirections, { body: { direction_ids: open } }, { headers });
}

/** What is open by a fresh request, not one already in flight. Throws as `call` does. */
export async function fetchAllowed(client: QueryClient): Promise<Allowed> {
  return (await fetchFresh(client, allowedDirectionsQuery())).directions;
}

/** How many countries of a step do not have the intended state. */
function countRemaining(step: Step, { close, opens }: Changes, allowed: Allowed): number {
  const open = new Set(Object.entries(allowed).map(([key, one]) => getAllowedCode(key, one)));
  if (step === "close") return close.filter((code) => open.has(code)).length;
  return opens.filter(({ code }) => !open.has(code)).length;
}

/** Updates the cache at once: a slow or failing refetch must not make it look undone. */
async function patchAllowed(client: QueryClient, step: Step, changes: Changes): Promise<void> {
  const { queryKey } = allowedDirectionsQuery();
  await client.cancelQueries({ queryKey });
  patchCached(client, queryKey, (old) => ({
    ...old,
    directions: allowedAfter(old.directions, step, changes),
  }));
}

/** The list of operation 23 once a step is done. */
export function allowedAfter(allowed: Allowed, step: Step, { close, opens }: Changes): Allowed {
  if (step === "close") {
    const open = Object.entries(allowed);
    return Object.fromEntries(
      open.filter(([key, one]) => !close.includes(getAllowedCode(key, one))),
    );
  }
  return { ...allowed, ...Object.fromEntries(opens.map((one) => [one.code, toAllowedEntry(one)])) };
}

function toAllowedEntry({ code, name, englishName }: Country): Allowed[string] {
  return { code, name, english_name: englishName };
}

/**
 * The plan that undoes changes: closes the codes that were opened, opens every country of the codes
 * that were closed. Undefined where one of them can't be changed back.
 */
export function reversePlan({
  opens,
  closes,
  impliedCloses,
}: Pick<Plan, "opens" | "closes" | "impliedCloses">): Changes | undefined {
  const closed = [...closes, ...impliedCloses];
  const turnable =
    closed.every((one) => canToggle(one, true)) && opens.every((one) => canToggle(one, false));
  if (!turnable) return undefined;
  return {
    open: closed.flatMap(({ directionId }) => directionId ?? []),
    close: [...new Set(opens.map(({ code }) => code))],
    opens: closed,
    closes: opens,
  };
}

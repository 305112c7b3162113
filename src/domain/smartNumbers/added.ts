import type { Request } from "#api/operation.ts";
import type { createSmartNumber, SmartNumber } from "#api/smartNumbers.ts";
import type { Collected } from "#common/query.ts";

export type AddBody = Request<typeof createSmartNumber>["body"];

/**
 * The number that a request added: the provider does not return it, so it is the one that a
 * complete list has now and a complete list did not have before. Undefined where that is ambiguous.
 */
export function findAdded(
  before: Collected<SmartNumber> | undefined,
  after: Collected<SmartNumber>,
  body: AddBody,
): SmartNumber | undefined {
  if (before?.complete !== true || !isComplete(before) || !isComplete(after)) return undefined;
  const known = new Set(before.items.map(({ id }) => id));
  const fitting = after.items.filter(
    ({ id, phoneB, description }) =>
      !known.has(id) && phoneB === body.phone_b && description === (body.description ?? ""),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isComplete({ truncated, invalidRows }: Collected<SmartNumber>): boolean {
  return !truncated && invalidRows.length === 0;
}

/** `state` for the address of the list that shows which number was just added. */
export const withAdded = (id: number) => ({ added: id });

/** The id of the number that was just added, from the state of an address. */
export function getAddedId(state: unknown): number | undefined {
  const added = typeof state === "object" && state !== null && "added" in state && state.added;
  return typeof added === "number" ? added : undefined;
}

import type { Sort } from "./columns.ts";

/** The order that an address asks for (`sort=-name`); the usual one where it makes no sense. */
export function readSort<By extends string>(
  params: URLSearchParams,
  known: readonly By[],
  usual: By,
): Sort & { by: By } {
  const [, minus, word] = /^(-?)(\w+)$/.exec(params.get("sort") ?? "") ?? [];
  const by = known.find((one) => one === word);
  return by === undefined ? { by: usual, descending: false } : { by, descending: minus === "-" };
}

/** The same as text; undefined for the usual order, which needs no place in the address. */
export function sortParam<By extends string>(
  { by, descending }: Sort & { by: By },
  usual: By,
): string | undefined {
  if (by === usual && !descending) return undefined;
  return `${descending ? "-" : ""}${by}`;
}

/** Puts values into an address; what is empty or undefined leaves it. */
export function withParams(
  params: URLSearchParams,
  values: Record<string, string | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(values)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return next;
}

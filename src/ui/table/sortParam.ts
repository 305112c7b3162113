import type { Sort } from "./columns.ts";

/** The sort order in the URL (`sort=-name`); the default one if it is invalid. */
export function readSort<By extends string>(
  params: URLSearchParams,
  known: readonly By[],
  defaultBy: By,
): Sort & { by: By } {
  const [, minus, word] = /^(-?)(\w+)$/.exec(params.get("sort") ?? "") ?? [];
  const by = known.find((one) => one === word);
  return by === undefined
    ? { by: defaultBy, descending: false }
    : { by, descending: minus === "-" };
}

/** The `sort` parameter of an order; undefined for the default one. */
export function sortParam<By extends string>(
  { by, descending }: Sort & { by: By },
  defaultBy: By,
): string | undefined {
  if (by === defaultBy && !descending) return undefined;
  return `${descending ? "-" : ""}${by}`;
}

/** Sets search parameters; removes empty and undefined ones. */
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

import { JOURNAL_KINDS, OUTCOMES } from "#api/journal.ts";
import type { JournalFilter } from "#domain/journal/queries.ts";

/** Reads the filter from the address; parameters that make no sense are ignored. */
export function readFilter(params: URLSearchParams): JournalFilter {
  return {
    search: params.get("q")?.trim() || undefined,
    kind: JOURNAL_KINDS.find((kind) => kind === params.get("kind")),
    outcome: OUTCOMES.find((outcome) => outcome === params.get("outcome")),
  };
}

export function isFiltered({ search, kind, outcome }: JournalFilter): boolean {
  return search !== undefined || kind !== undefined || outcome !== undefined;
}

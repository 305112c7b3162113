import { JOURNAL_KINDS, OUTCOMES } from "#api/journal.ts";
import type { JournalFilter } from "#domain/journal/queries.ts";

/** The filter as the address has it: days instead of moments. */
export interface AddressFilter extends Omit<JournalFilter, "from" | "to"> {
  /** `2026-11-21`, in this browser's time zone; both are included. */
  fromDay?: string | undefined;
  toDay?: string | undefined;
}

/** Reads the filter from the address; parameters that make no sense are ignored. */
export function readFilter(params: URLSearchParams): AddressFilter {
  const kind = JOURNAL_KINDS.find((one) => one === params.get("kind"));
  return {
    search: shortText(params.get("q"), 200),
    kind,
    // Ids are unique within a kind only.
    object: kind === undefined ? undefined : shortText(params.get("object"), 50),
    actor: shortText(params.get("actor"), 100),
    outcome: OUTCOMES.find((outcome) => outcome === params.get("outcome")),
    fromDay: readDay(params.get("from")),
    toDay: readDay(params.get("to")),
  };
}

/** The filters that are on, besides the search. */
export function countFilters({ kind, object, actor, outcome, fromDay, toDay }: AddressFilter) {
  const all = [kind, object, actor, outcome, fromDay, toDay];
  return all.filter((value) => value !== undefined).length;
}

export const isFiltered = (filter: AddressFilter): boolean =>
  filter.search !== undefined || countFilters(filter) > 0;

/** What the server is asked for. */
export function toJournalFilter({ fromDay, toDay, ...filter }: AddressFilter): JournalFilter {
  return {
    ...filter,
    from: fromDay === undefined ? undefined : startOfDay(fromDay, 0),
    to: toDay === undefined ? undefined : startOfDay(toDay, 1),
  };
}

/** The moment at which a day begins here, `later` days after it. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function readDay(text: string | null): string | undefined {
  const day = text ?? "";
  return /^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? day : undefined;
}

function shortText(text: string | null, length: number): string | undefined {
  return text?.trim().slice(0, length) || undefined;
}

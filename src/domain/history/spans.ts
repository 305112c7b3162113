import type { GapReason, History, WatchedState } from "#api/history.ts";

/** Why nothing is known: as the server says it, or before the first look, or after the last one. */
export type UnknownReason = GapReason | "before" | "after";

/** A time in one state; both ends in ms since 1970. */
export type Span = { from: number; to: number } & (
  | { state: WatchedState }
  | { state: "unknown"; reason: UnknownReason }
);

type Gap = { from: number; to: number; reason: UnknownReason };

/**
 * What is known between two moments: spans that cover it without a break, in order, no two alike side
 * by side. What nobody watched is unknown.
 */
export function toSpans(history: History, from: number, to: number): Span[] {
  if (from >= to) return [];
  const changes = toChanges(history);
  const gaps = toGaps(history);
  const ends = gaps.flatMap((gap) => [gap.from, gap.to]);
  const edges = [...changes.map(({ at }) => at), ...ends].filter((at) => at > from && at < to);
  const starts = [...new Set([from, ...edges])].sort((a, b) => a - b);
  const spans: Span[] = [];
  let [nextChange, nextGap] = [0, 0];
  let state: WatchedState | undefined;
  /** The one that lasts longest of those that have begun. */
  let gap: Gap | undefined;
  for (const [index, start] of starts.entries()) {
    for (let change = changes[nextChange]; change !== undefined && change.at <= start;) {
      ({ state } = change);
      change = changes[++nextChange];
    }
    for (let begun = gaps[nextGap]; begun !== undefined && begun.from <= start;) {
      if (gap === undefined || begun.to > gap.to) gap = begun;
      begun = gaps[++nextGap];
    }
    const time = { from: start, to: starts[index + 1] ?? to };
    if (gap !== undefined && gap.to > start)
      add(spans, { ...time, state: "unknown", reason: gap.reason });
    else if (state === undefined) add(spans, { ...time, state: "unknown", reason: "before" });
    else add(spans, { ...time, state });
  }
  return spans;
}

function toChanges({ before, changes }: History) {
  return [...(before === null ? [] : [before]), ...changes]
    .map(({ at, state }) => ({ at: Date.parse(at), state }))
    .sort((a, b) => a.at - b.at);
}

/** In order of their beginning; the time after the last look is one, too. */
function toGaps({ gaps, lookedAt }: History): Gap[] {
  const after =
    lookedAt === null
      ? []
      : [{ from: Date.parse(lookedAt), to: Infinity, reason: "after" as const }];
  const never =
    lookedAt === null ? [{ from: -Infinity, to: Infinity, reason: "before" as const }] : [];
  const told = gaps.map((gap) => ({ ...gap, from: Date.parse(gap.from), to: Date.parse(gap.to) }));
  return [...told, ...after, ...never].sort((a, b) => a.from - b.from);
}

/** Adds a span to those before it, or makes the last one longer. */
function add(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last !== undefined && isAlike(last, span)) last.to = span.to;
  else spans.push(span);
}

const isAlike = (a: Span, b: Span) => a.state === b.state && reasonOf(a) === reasonOf(b);

const reasonOf = (span: Span) => (span.state === "unknown" ? span.reason : undefined);

/** The place of the span that holds a moment; the first or last one for a moment outside. */
export function findSpan(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((spans[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

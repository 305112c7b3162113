import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAP_REASONS, type History, WATCHED_STATES } from "#api/history.ts";
import { findSpan, toSpans } from "./spans.ts";

const MINUTE = 60_000;
const iso = (minute: number) => new Date(minute * MINUTE).toISOString();

/** Minutes around the time that is asked for, which goes from 100 to 200. */
const minute = fc.integer({ min: 50, max: 250 });
const change = fc.record({ at: minute.map(iso), state: fc.constantFrom(...WATCHED_STATES) });
const gap = fc
  .record({
    from: minute,
    minutes: fc.integer({ min: 0, max: 60 }),
    reason: fc.constantFrom(...GAP_REASONS),
  })
  .map(({ from, minutes, reason }) => ({ from: iso(from), to: iso(from + minutes), reason }));
const histories: fc.Arbitrary<History> = fc.record({
  before: fc.option(
    fc.record({ at: fc.constant(iso(10)), state: fc.constantFrom(...WATCHED_STATES) }),
  ),
  changes: fc.array(change, { maxLength: 8 }),
  gaps: fc.array(gap, { maxLength: 5 }),
  lookedAt: fc.option(minute.map(iso)),
});
const [FROM, TO] = [100 * MINUTE, 200 * MINUTE];

/** What is known of a moment, looked up in the plainest way. */
function stateAt({ before, changes, gaps, lookedAt }: History, at: number) {
  if (lookedAt === null || at >= Date.parse(lookedAt)) return "unknown";
  if (gaps.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to))) return "unknown";
  const past = [...(before === null ? [] : [before]), ...changes]
    .filter((one) => Date.parse(one.at) <= at)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return past.at(-1)?.state ?? "unknown";
}

describe("the spans of a history", () => {
  it("cover exactly the time asked for, without overlap, and say what is known of each moment", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const spans = toSpans(history, FROM, TO);
        expect(spans[0]?.from).toBe(FROM);
        expect(spans.at(-1)?.to).toBe(TO);
        for (const [index, { from, to, state }] of spans.entries()) {
          expect(from).toBeLessThan(to);
          expect(spans[index + 1]?.from ?? TO).toBe(to);
          for (let at = from; at < to; at += MINUTE) expect(state).toBe(stateAt(history, at));
        }
      }),
    );
  });

  it("are no two alike side by side, and each is found by its moments", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const spans = toSpans(history, FROM, TO);
        for (const [index, span] of spans.entries()) {
          const { from: _from, to: _to, ...next } = spans[index + 1] ?? { from: 0, to: 0 };
          expect(span).not.toMatchObject({ state: "none", ...next });
          expect(findSpan(spans, span.from)).toBe(index);
          expect(findSpan(spans, span.to - 1)).toBe(index);
        }
      }),
    );
  });

  it("say why nothing is known", () => {
    const history: History = {
      before: null,
      changes: [{ at: iso(110), state: "online" }],
      gaps: [{ from: iso(120), to: iso(130), reason: "stopped" }],
      lookedAt: iso(190),
    };
    expect(toSpans(history, FROM, TO)).toEqual([
      { from: FROM, to: 110 * MINUTE, state: "unknown", reason: "before" },
      { from: 110 * MINUTE, to: 120 * MINUTE, state: "online" },
      { from: 120 * MINUTE, to: 130 * MINUTE, state: "unknown", reason: "stopped" },
      { from: 130 * MINUTE, to: 190 * MINUTE, state: "online" },
      { from: 190 * MINUTE, to: TO, state: "unknown", reason: "after" },
    ]);
    const never: History = { before: null, changes: [], gaps: [], lookedAt: null };
    expect(toSpans(never, FROM, TO)).toEqual([
      { from: FROM, to: TO, state: "unknown", reason: "before" },
    ]);
  });

  it("are none of no time", () => {
    const never: History = { before: null, changes: [], gaps: [], lookedAt: null };
    expect(toSpans(never, FROM, FROM)).toEqual([]);
  });
});

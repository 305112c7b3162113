import * as fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_AGE_MS, MIN_AGE_MS, type SharedResponse } from "./sharing.ts";
import { type HeldRequest, heldSharing, page, settled } from "./testing/heldUpstream.ts";

type Step =
  | { do: "view"; key: string; acceptMs: number }
  | { do: "leave" | "answer" | "refuse" | "fail"; which: number }
  | { do: "pass time"; ms: number }
  | { do: "write" };

const one = <const T extends string>(...what: T[]) => fc.constantFrom(...what);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: one("view"),
      key: one("1", "2", "3"),
      acceptMs: fc.constantFrom(0, 4_000, 9_000, Infinity),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: one("answer", "answer", "refuse", "fail", "leave"),
      which: fc.nat(30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: one("pass time"),
      ms: fc.constantFrom(1, 500, 4_000, 9_000, 59_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: one("write") }) },
);

interface Note {
  sentAt: number;
  sentStep: number;
  /** The step at which it was answered, and whether well. */
  overStep: number;
  ok: boolean;
}

const keyOf = ({ request }: HeldRequest) => request.target.split("page=")[1] ?? "";

/** Sharing under random steps; `wrong` collects what must never happen. */
function watched() {
  const { clock, held, invalidate, view } = heldSharing();
  const notes: Note[] = [];
  const wrong: string[] = [];
  const viewers: AbortController[] = [];
  let now = 0;
  let writtenStep = 0;

  const judge = (asked: { key: string; acceptMs: number; step: number; written: number }) => {
    return ({ response, ageMs }: SharedResponse) => {
      const index = held.findIndex((_, at) => response.body.equals(page(`answer ${at}`)));
      const [request, source] = [held[index], notes[index]];
      if (request === undefined || source === undefined) throw new Error("An unknown answer");
      if (keyOf(request) !== asked.key) wrong.push("another key's answer");
      if (ageMs !== clock.now - source.sentAt) wrong.push("an untrue age");
      if (source.sentStep <= asked.written) wrong.push("an answer from before a write");
      const wasKept = source.overStep < asked.step;
      if (wasKept && !source.ok) wrong.push("a kept failure");
      const accepted = Math.min(Math.max(asked.acceptMs, MIN_AGE_MS), MAX_AGE_MS);
      if (wasKept && ageMs >= accepted) wrong.push("a stale answer");
    };
  };
  const start = (key: string, acceptMs: number) => {
    const viewer = new AbortController();
    viewers.push(viewer);
    const asked = { key, acceptMs, step: now, written: writtenStep };
    const ended = view({ key, acceptMs, signal: viewer.signal });
    ended.then(judge(asked), () => undefined).catch((error) => wrong.push(String(error)));
  };
  const end = (how: "answer" | "refuse" | "fail", which: number) => {
    const open = held.filter(({ state }) => state === "open");
    const request = open[which % open.length];
    if (request === undefined) return;
    const index = held.indexOf(request);
    Object.assign(notes[index] ?? {}, { overStep: now, ok: how === "answer" });
    if (how === "fail") request.fail();
    else request.answer(`answer ${index}`, how === "answer" ? 200 : 429);
  };
  const write = () => {
    invalidate();
    writtenStep = now;
  };
  const perform = async (next: Step) => {
    now++;
    if (next.do === "view") start(next.key, next.acceptMs);
    else if (next.do === "leave") viewers[next.which % viewers.length]?.abort();
    else if (next.do === "pass time") clock.now += next.ms;
    else if (next.do === "write") write();
    else end(next.do, next.which);
    await settled();
    while (notes.length < held.length) {
      notes.push({ sentAt: clock.now, sentStep: now, overStep: Infinity, ok: false });
    }
    const open = held.filter(({ state }) => state === "open").map(keyOf);
    if (new Set(open).size < open.length) wrong.push("two requests in flight for one key");
  };
  return { perform, wrong };
}

it("whichever viewers come, leave, write or fail, no viewer gets a wrong answer", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
      const { perform, wrong } = watched();
      for (const next of steps) await perform(next);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

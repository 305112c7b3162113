import * as fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_AGE_MS, MIN_AGE_MS, type SharedResponse } from "./sharing.ts";
import { type HeldRequest, heldSharing, page, flushPromises } from "./testing/heldUpstream.ts";

type Step =
  | { do: "get"; key: string; maxAgeMs: number }
  | { do: "disconnect" | "respond" | "fail with 429" | "fail"; which: number }
  | { do: "pass time"; ms: number }
  | { do: "write" };

const oneOf = <const T extends string>(...what: T[]) => fc.constantFrom(...what);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: oneOf("get"),
      key: oneOf("1", "2", "3"),
      maxAgeMs: fc.constantFrom(0, 4_000, 9_000, Infinity),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: oneOf("respond", "respond", "fail with 429", "fail", "disconnect"),
      which: fc.nat(30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: oneOf("pass time"),
      ms: fc.constantFrom(1, 500, 4_000, 9_000, 59_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: oneOf("write") }) },
);

interface RequestRecord {
  sentAt: number;
  sentStep: number;
  /** The step at which it finished, and whether with a success. */
  doneStep: number;
  ok: boolean;
}

const keyOf = ({ request }: HeldRequest) => request.target.split("page=")[1] ?? "";

/** Sharing under random steps; `violations` collects what must never happen. */
function createModel() {
  const { clock, held, invalidate, getShared } = heldSharing();
  const records: RequestRecord[] = [];
  const violations: string[] = [];
  const clients: AbortController[] = [];
  let now = 0;
  let lastWriteStep = 0;

  const checkResult = (sent: {
    key: string;
    maxAgeMs: number;
    step: number;
    lastWriteStep: number;
  }) => {
    return ({ response, ageMs }: SharedResponse) => {
      const index = held.findIndex((_, at) => response.body.equals(page(`response ${at}`)));
      const [request, source] = [held[index], records[index]];
      if (request === undefined || source === undefined) throw new Error("An unknown response");
      if (keyOf(request) !== sent.key) violations.push("a response of another key");
      if (ageMs !== clock.now - source.sentAt) violations.push("a wrong age");
      if (source.sentStep <= sent.lastWriteStep) violations.push("a response from before a write");
      const wasCached = source.doneStep < sent.step;
      if (wasCached && !source.ok) violations.push("a cached failure");
      const acceptedAgeMs = Math.min(Math.max(sent.maxAgeMs, MIN_AGE_MS), MAX_AGE_MS);
      if (wasCached && ageMs >= acceptedAgeMs) violations.push("a stale response");
    };
  };
  const start = (key: string, maxAgeMs: number) => {
    const client = new AbortController();
    clients.push(client);
    const sent = { key, maxAgeMs, step: now, lastWriteStep };
    const result = getShared({ key, maxAgeMs, signal: client.signal });
    result
      .then(checkResult(sent), () => undefined)
      .catch((error) => violations.push(String(error)));
  };
  const finish = (outcome: "respond" | "fail with 429" | "fail", which: number) => {
    const open = held.filter(({ state }) => state === "open");
    const request = open[which % open.length];
    if (request === undefined) return;
    const index = held.indexOf(request);
    Object.assign(records[index] ?? {}, { doneStep: now, ok: outcome === "respond" });
    if (outcome === "fail") request.fail();
    else request.respond(`response ${index}`, outcome === "respond" ? 200 : 429);
  };
  const write = () => {
    invalidate();
    lastWriteStep = now;
  };
  const perform = async (next: Step) => {
    now++;
    if (next.do === "get") start(next.key, next.maxAgeMs);
    else if (next.do === "disconnect") clients[next.which % clients.length]?.abort();
    else if (next.do === "pass time") clock.now += next.ms;
    else if (next.do === "write") write();
    else finish(next.do, next.which);
    await flushPromises();
    while (records.length < held.length) {
      records.push({ sentAt: clock.now, sentStep: now, doneStep: Infinity, ok: false });
    }
    const open = held.filter(({ state }) => state === "open").map(keyOf);
    if (new Set(open).size < open.length) violations.push("two requests in flight for one key");
  };
  return { perform, violations };
}

it("no client gets a wrong response, whatever the order of events", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
      const { perform, violations } = createModel();
      for (const next of steps) await perform(next);
      expect(violations).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

import { call } from "#api/client.ts";
import { label } from "#api/operation.ts";
import { acceptedAge, nextPollDelay } from "#api/pace.ts";
import { readPages, PAGE_LIMIT } from "#api/pager.ts";
import { listSipStatuses } from "#api/sip.ts";
import { createForwarding, createProxy } from "#proxy/app.ts";
import { toListener } from "#proxy/listener.ts";
import { createReadForServer } from "#proxy/readForServer.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { type Random, randomFrom } from "#sandbox/random.ts";
import { startSandbox } from "#sandbox/server.ts";
import { createWorld } from "#sandbox/world.ts";
import { createReader } from "#server/watch/look.ts";
import { report } from "./report.ts";
import { simulatedTime, type SimulatedTime } from "./simulatedTime.ts";

/** The most requests that many viewers may cause, as a multiple of one viewer. */
const MAX_RATIO = 1.1;
const PLAN = { accounts: 300, viewers: 50, rounds: 30, everySeconds: [5, 10, 60] };
/** Ranges in milliseconds: network latency, and how late a timer fires. */
const LATENCY_MS = [5, 200] as const;
const TIMER_DELAY_MS = [0, 50] as const;

interface ViewerPlan {
  everyMs: number;
  viewers: number;
  /** Whether the server watches, at the same interval. */
  isWatched?: boolean;
}

interface ProviderCost {
  /** Requests that reached the provider. */
  requests: number;
  /** Polls started by all viewers together. */
  polls: number;
  /** The maximum age of data on a screen before its update, in seconds. */
  oldest: number;
}

/** Counts the requests that reach the provider with many viewers of the statuses, and with one. */
export async function benchWatching(): Promise<void> {
  for (const seconds of PLAN.everySeconds) {
    const everyMs = seconds * 1000;
    const one = await measureCost({ everyMs, viewers: 1 });
    const many = await measureCost({ everyMs, viewers: PLAN.viewers });
    const expected = one.polls * Math.ceil(PLAN.accounts / PAGE_LIMIT);
    report(
      one.requests === expected,
      `1 viewer, every ${seconds} s: ${one.requests} of ${expected} requests reach the provider`,
    );
    const ratio = many.requests / one.requests;
    report(
      ratio <= MAX_RATIO,
      `${PLAN.viewers} viewers / 1 viewer, every ${seconds} s: ${ratio.toFixed(2)} × ` +
        `(at most ${MAX_RATIO}; ${many.requests} and ${one.requests} requests ` +
        `for ${many.polls} and ${one.polls} polls of ${PLAN.accounts} accounts; ` +
        `on screen at most ${many.oldest.toFixed(1)} and ${one.oldest.toFixed(1)} s old)`,
    );
    const watched = { everyMs, isWatched: true };
    const alone = await measureCost({ ...watched, viewers: 0 });
    const both = await measureCost({ ...watched, viewers: PLAN.viewers });
    report(
      both.requests / alone.requests <= MAX_RATIO,
      `${PLAN.viewers} viewers and the watch / the watch, every ${seconds} s: ` +
        `${(both.requests / alone.requests).toFixed(2)} × (at most ${MAX_RATIO}; ` +
        `${both.requests} and ${alone.requests} requests)`,
    );
  }
}

/**
 * Runs the real client, proxy and sandbox over HTTP on a simulated clock. The sandbox responds at
 * once, which is the worst case: the slower the provider, the more viewers share each request.
 */
async function measureCost({
  everyMs,
  viewers,
  isWatched = false,
}: ViewerPlan): Promise<ProviderCost> {
  const time = simulatedTime();
  const world = createWorld({ accounts: PLAN.accounts, now: time.now });
  const sandbox = await startSandbox({ port: 0, world });
  const { url: upstreamUrl } = sandbox;
  const options = {
    upstreamUrl,
    sandboxUrl: upstreamUrl,
    token: "bench",
    client: "1",
    now: time.now,
  };
  const forwarding = createForwarding(options);
  const proxy = await serve(toListener(createProxy({ ...options, forwarding })));
  const restoreFetch = redirectFetch(proxy.url);
  try {
    const random = randomFrom(viewers);
    const cost = { requests: 0, polls: 0, oldest: 0 };
    const viewersDone = Array.from({ length: viewers }, () =>
      simulateViewer(time, everyMs, random, cost),
    );
    const watch = isWatched ? [simulateWatch(time, everyMs, forwarding)] : [];
    await Promise.all([...viewersDone, ...watch, time.run()]);
    const requests = world.tenant(null).log.list();
    cost.requests = requests.filter(({ operation }) => operation === label(listSipStatuses)).length;
    return cost;
  } finally {
    restoreFetch();
    await proxy.close();
    await sandbox.close();
  }
}

/** The server, which looks all the time. */
async function simulateWatch(
  time: SimulatedTime,
  everyMs: number,
  forwarding: ReturnType<typeof createForwarding>,
) {
  const read = createReadForServer(forwarding);
  const { signal } = new AbortController();
  const reader = createReader({ read, office: null, everyMs, now: time.now, signal });
  while (time.now() < PLAN.rounds * everyMs) {
    const startedAt = time.now();
    await time.whilePaused(reader.sip(new Map()));
    await time.sleep(everyMs - (time.now() - startedAt));
  }
}

/** One browser: opens the list at a random moment and polls all of its pages. */
async function simulateViewer(
  time: SimulatedTime,
  everyMs: number,
  random: Random,
  cost: ProviderCost,
) {
  const randomBetween = ([least, most]: readonly [number, number]) =>
    least + random.next() * (most - least);
  const options = { maxAge: acceptedAge(everyMs) };
  let previousAsOf: number | undefined;
  await time.sleep(randomBetween([0, everyMs]));
  while (time.now() < PLAN.rounds * everyMs) {
    cost.polls++;
    let asOf = Infinity;
    const requestPage = async (query: { page: number; limit: number }) => {
      await time.sleep(randomBetween(LATENCY_MS));
      const response = await time.whilePaused(call(listSipStatuses, { query }, options));
      await time.sleep(randomBetween(LATENCY_MS));
      asOf = Math.min(asOf, time.now() - response.age * 1000);
      return response;
    };
    let shown = 0;
    for await (const { list } of readPages(requestPage)) shown = list.items.length;
    if (shown !== PLAN.accounts) throw new Error(`Only ${shown} statuses came.`);
    if (previousAsOf !== undefined) {
      cost.oldest = Math.max(cost.oldest, (time.now() - previousAsOf) / 1000);
    }
    previousAsOf = asOf;
    await time.sleep(nextPollDelay(everyMs, time.now() - asOf) + randomBetween(TIMER_DELAY_MS));
  }
}

/** Resolves the app's relative URLs against `base`; returns a function that undoes this. */
function redirectFetch(base: string): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    fetch(typeof input === "string" ? new URL(input, base) : input, init);
  return () => {
    globalThis.fetch = fetch;
  };
}

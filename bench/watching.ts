import { call } from "#api/client.ts";
import { label } from "#api/operation.ts";
import { acceptedAge, nextPollDelay } from "#api/pace.ts";
import { readPages, PAGE_LIMIT } from "#api/pager.ts";
import { listSipStatuses } from "#api/sip.ts";
import { createProxy } from "#proxy/app.ts";
import { toListener } from "#proxy/listener.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { type Random, randomFrom } from "#sandbox/random.ts";
import { startSandbox } from "#sandbox/server.ts";
import { createWorld } from "#sandbox/world.ts";
import { report } from "./report.ts";
import { simulatedTime, type SimulatedTime } from "./simulatedTime.ts";

/** The most that many viewers may cost the provider, as a multiple of what one costs. */
const MOST_RATIO = 1.1;
const PLAN = { accounts: 300, viewers: 50, rounds: 30, everySeconds: [5, 10, 60] };
/** Milliseconds, at least and at most, that a message travels and that a timer is late. */
const TRAVEL = [5, 200] as const;
const LATE = [0, 50] as const;

interface Watch {
  everyMs: number;
  viewers: number;
}

interface Cost {
  /** Requests that reached the provider. */
  requests: number;
  /** Looks that were begun, by all viewers together. */
  looks: number;
  /** Seconds, the oldest that anything was on a screen when the next came. */
  oldest: number;
}

/** Counts what reaches the provider when many watch the statuses, and when one does. */
export async function benchWatching(): Promise<void> {
  for (const seconds of PLAN.everySeconds) {
    const everyMs = seconds * 1000;
    const one = await costOf({ everyMs, viewers: 1 });
    const many = await costOf({ everyMs, viewers: PLAN.viewers });
    const own = one.looks * Math.ceil(PLAN.accounts / PAGE_LIMIT);
    report(
      one.requests === own,
      `1 viewer, every ${seconds} s: ${one.requests} of ${own} requests reach the provider`,
    );
    const ratio = many.requests / one.requests;
    report(
      ratio <= MOST_RATIO,
      `${PLAN.viewers} viewers / 1 viewer, every ${seconds} s: ${ratio.toFixed(2)} × ` +
        `(at most ${MOST_RATIO}; ${many.requests} and ${one.requests} requests ` +
        `for ${many.looks} and ${one.looks} looks at ${PLAN.accounts} accounts; ` +
        `on screen at most ${many.oldest.toFixed(1)} and ${one.oldest.toFixed(1)} s old)`,
    );
  }
}

/**
 * The real client, proxy and sandbox over HTTP, on a simulated clock. The sandbox answers at
 * once: a provider that takes its time has more viewers joining each request, not fewer.
 */
async function costOf({ everyMs, viewers }: Watch): Promise<Cost> {
  const time = simulatedTime();
  const world = createWorld({ accounts: PLAN.accounts, now: time.now });
  const sandbox = await startSandbox({ port: 0, world });
  const { url: upstreamUrl } = sandbox;
  const options = { upstreamUrl, sandboxUrl: upstreamUrl, token: "bench", client: "1" };
  const proxy = await serve(toListener(createProxy({ ...options, now: time.now })));
  const release = sendTo(proxy.url);
  try {
    const random = randomFrom(viewers);
    const cost = { requests: 0, looks: 0, oldest: 0 };
    const all = Array.from({ length: viewers }, () => watch(time, everyMs, random, cost));
    await Promise.all([...all, time.run()]);
    const reached = world.tenant(null).log.list();
    cost.requests = reached.filter(({ operation }) => operation === label(listSipStatuses)).length;
    return cost;
  } finally {
    release();
    await proxy.close();
    await sandbox.close();
  }
}

/** One browser: opens the list at some moment, and asks for all its pages again and again. */
async function watch(time: SimulatedTime, everyMs: number, random: Random, cost: Cost) {
  const between = ([least, most]: readonly [number, number]) =>
    least + random.next() * (most - least);
  const options = { maxAge: acceptedAge(everyMs) };
  let shownAsOf: number | undefined;
  await time.sleep(between([0, everyMs]));
  while (time.now() < PLAN.rounds * everyMs) {
    cost.looks++;
    let asOf = Infinity;
    const ask = async (query: { page: number; limit: number }) => {
      await time.sleep(between(TRAVEL));
      const answer = await time.standing(call(listSipStatuses, { query }, options));
      await time.sleep(between(TRAVEL));
      asOf = Math.min(asOf, time.now() - answer.age * 1000);
      return answer;
    };
    let shown = 0;
    for await (const { list } of readPages(ask)) shown = list.items.length;
    if (shown !== PLAN.accounts) throw new Error(`Only ${shown} statuses came.`);
    if (shownAsOf !== undefined) {
      cost.oldest = Math.max(cost.oldest, (time.now() - shownAsOf) / 1000);
    }
    shownAsOf = asOf;
    await time.sleep(nextPollDelay(everyMs, time.now() - asOf) + between(LATE));
  }
}

/** Sends the app's relative addresses to `base`, until what it gives is called. */
function sendTo(base: string): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    fetch(typeof input === "string" ? new URL(input, base) : input, init);
  return () => {
    globalThis.fetch = fetch;
  };
}

import { loadavg } from "node:os";
import { median } from "../scripts/lib/chunks.ts";
import { buildServer, microseconds, timeInTurns, withServers } from "./proxyServers/start.ts";
import { report } from "./report.ts";

/**
 * The most time that our proxy may add to a request, as a multiple of what @fastify/http-proxy
 * adds.
 */
const MAX_RATIO = 1.5;
/**
 * Enough rounds that a slow moment of the machine does not matter. The servers restart several
 * times, because each start alone (JIT, memory layout) makes the same server up to a tenth faster
 * or slower.
 */
const PLAN = { starts: 4, warmUp: 2000, rounds: 3000 };

const body = JSON.stringify({
  name: "Приёмная",
  number: 214,
  aon_id: 22,
  password: "x".repeat(12),
});
const headers = { "content-type": "application/json", "accept-language": "ru", "x-pult": "1" };
/**
 * A long page is compared with a proxy that reads what it forwards, as a proxy that looks for
 * secrets must: streaming 37 kB is another task than parsing them.
 */
const CALLS = [
  { name: "one account", method: "GET", path: "/api/v1/sip/7", headers, other: "streams" },
  {
    name: "100 accounts",
    method: "GET",
    path: "/api/v1/sip?page=1&limit=100",
    headers,
    other: "parses",
  },
  { name: "a change", method: "PATCH", path: "/api/v1/sip/7", headers, body, other: "streams" },
] as const;
export const SETTINGS = { PLUSOFON_TOKEN: `12|${"Ab3xYz".repeat(7)}`, PORT: "0", PULT_LOG: "all" };
type Call = (typeof CALLS)[number];
/** Milliseconds of each request: direct, through our proxy, through the other. */
type Times = [number[], number[], number[]];

/**
 * Measures a request made directly, through our proxy, and through the other, one at a time and in
 * turns, so that other load on the machine affects all three alike. A proxy's overhead is its time
 * minus that of the direct request. Ours validates, redacts and logs each request; the other does
 * not. What the journal costs a change is measured by `journal`.
 */
export async function benchProxy(): Promise<void> {
  const serverFile = await buildServer("proxyAlone");
  const timesByCall = new Map(CALLS.map((call) => [call, [[], [], []] as Times]));
  for (let start = 0; start < PLAN.starts; start++) await measure(serverFile, timesByCall);
  for (const [call, times] of timesByCall) reportCall(call, times);
}

/** Starts the servers and adds the times of their requests. */
async function measure(serverFile: string, timesByCall: ReadonlyMap<Call, Times>): Promise<void> {
  await withServers(async ({ start, connect }) => {
    const upstream = await start("upstream.ts");
    const env = { PLUSOFON_URL: upstream, ...SETTINGS };
    const [direct, proxied] = [connect(upstream), connect(await start(serverFile, env))];
    const others = {
      streams: connect(await start("fastify.ts", env)),
      parses: connect(await start("fastify.ts", { ...env, PARSES: "1" })),
    };
    for (const [call, times] of timesByCall) {
      const clients = [direct, proxied, others[call.other]];
      const measured = await timeInTurns(
        clients.map((client) => ({ client, call })),
        PLAN,
      );
      for (const [index, ms] of measured.entries()) times[index]?.push(...ms);
    }
  });
}

function reportCall(call: Call, times: Times): void {
  const [direct = 0, ours = 0, other = 0] = times.map(median);
  const ratio = (ours - direct) / (other - direct);
  report(
    ratio <= MAX_RATIO,
    `Proxy, ${call.name}: adds ${ratio.toFixed(2)} × what @fastify/http-proxy adds that ${call.other} responses ` +
      `(at most ${MAX_RATIO}; p50 of ${times[0].length}: direct ${microseconds(direct)} µs, ` +
      `ours +${microseconds(ours - direct)} µs, the other +${microseconds(other - direct)} µs; ` +
      `load ${loadavg()[0]?.toFixed(1)})`,
  );
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import { Client } from "undici";
import { build } from "vite";
import { median } from "../scripts/lib/chunks.ts";
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
const SERVERS = join(import.meta.dirname, "proxyServers");
type Call = (typeof CALLS)[number];
/** Milliseconds of each request: direct, through our proxy, through the other. */
type Times = [number[], number[], number[]];

/**
 * Measures a request made directly, through our proxy, and through the other, one at a time and in
 * turns, so that other load on the machine affects all three alike. A proxy's overhead is its time
 * minus that of the direct request. Ours validates, redacts and logs each request; the other does
 * not.
 */
export async function benchProxy(): Promise<void> {
  const serverFile = await buildServer();
  const timesByCall = new Map(CALLS.map((call) => [call, [[], [], []] as Times]));
  for (let start = 0; start < PLAN.starts; start++) await measure(serverFile, timesByCall);
  for (const [call, times] of timesByCall) reportCall(call, times);
}

/** Starts the servers and adds the times of their requests. */
async function measure(serverFile: string, timesByCall: ReadonlyMap<Call, Times>): Promise<void> {
  const children: ReturnType<typeof fork>[] = [];
  const start = async (file: string, env: Record<string, string> = {}) => {
    const child = fork(file, {
      execArgv: file.endsWith(".ts") ? ["--import", "tsx"] : [],
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    children.push(child);
    const [port] = (await once(child, "message")) as [number];
    return `http://127.0.0.1:${port}`;
  };
  const clients: Client[] = [];
  try {
    const upstream = await start(join(SERVERS, "upstream.ts"));
    const env = {
      PLUSOFON_URL: upstream,
      PLUSOFON_TOKEN: `12|${"Ab3xYz".repeat(7)}`,
      PORT: "0",
      PULT_LOG: "all",
    };
    const ours = await start(serverFile, env);
    const connect = (address: string) => {
      const client = new Client(address, { pipelining: 1 });
      clients.push(client);
      return client;
    };
    const [direct, proxied] = [connect(upstream), connect(ours)];
    const others = {
      streams: connect(await start(join(SERVERS, "fastify.ts"), env)),
      parses: connect(await start(join(SERVERS, "fastify.ts"), { ...env, PARSES: "1" })),
    };
    for (const [call, times] of timesByCall) {
      await compare(call, [direct, proxied, others[call.other]], times);
    }
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    for (const child of children) child.kill();
  }
}

/** Builds our proxy for production: running the TypeScript sources would slow it down. */
async function buildServer(): Promise<string> {
  const outDir = join(import.meta.dirname, "../dist/bench");
  await build({ logLevel: "warn", build: { ssr: join(SERVERS, "ours.ts"), outDir } });
  return join(outDir, "ours.js");
}

async function compare(call: Call, clients: readonly Client[], times: Times): Promise<void> {
  for (let round = -PLAN.warmUp; round < PLAN.rounds; round++) {
    for (const index of shuffledIndexes(clients.length)) {
      const client = clients[index];
      if (client === undefined) continue;
      const ms = await timeCall(call, client);
      if (round >= 0) times[index]?.push(ms);
    }
  }
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

/**
 * Random order each time, because work that a server does after its response delays the next
 * request.
 */
function shuffledIndexes(count: number): number[] {
  const indexes = Array.from({ length: count }, (_, index) => ({ index, at: Math.random() }));
  return indexes.toSorted((a, b) => a.at - b.at).map(({ index }) => index);
}

function microseconds(ms: number): string {
  return (ms * 1000).toFixed(0);
}

async function timeCall(call: Call, client: Client): Promise<number> {
  const start = performance.now();
  const { statusCode, body: responseBody } = await client.request(call);
  await responseBody.arrayBuffer();
  const ms = performance.now() - start;
  if (statusCode !== 200) throw new Error(`${call.name}: ${statusCode}`);
  return ms;
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import { Client } from "undici";
import { build } from "vite";
import { median } from "../scripts/lib/chunks.ts";
import { report } from "./report.ts";

/** What our proxy may add to a call, as a multiple of what one made with @fastify/http-proxy adds. */
const MOST_RATIO = 1.5;
/**
 * So many that a moment in which the machine is slow decides nothing; and all servers restarted
 * several times, for by its start alone (what is compiled when, what lies where in memory) one and
 * the same server is up to a tenth faster or slower until it ends.
 */
const PLAN = { starts: 4, warmUp: 2000, rounds: 3000 };

const body = JSON.stringify({
  name: "Приёмная",
  number: 214,
  aon_id: 22,
  password: "x".repeat(12),
});
const headers = { "content-type": "application/json", "accept-language": "ru", "x-pult": "1" };
const CALLS = [
  { name: "one account", method: "GET", path: "/api/v1/sip/7", headers },
  { name: "100 accounts", method: "GET", path: "/api/v1/sip?page=1&limit=100", headers },
  { name: "a change", method: "PATCH", path: "/api/v1/sip/7", headers, body },
] as const;
const SERVERS = join(import.meta.dirname, "proxyServers");
type Call = (typeof CALLS)[number];
/** Milliseconds of each call, of the three servers: directly, ours, the other. */
type Times = [number[], number[], number[]];

/**
 * How long a call takes directly, through our server and through the other, one call at a time
 * and the three in turns, so that whatever else the machine does meets all alike. What a proxy
 * adds is what it takes longer than the direct way. Ours checks, cleans and logs each call; the
 * other does nothing of this.
 */
export async function benchProxy(): Promise<void> {
  const built = await builtServer();
  const times = new Map(CALLS.map((call) => [call, [[], [], []] as Times]));
  for (let start = 0; start < PLAN.starts; start++) await measure(built, times);
  for (const [call, taken] of times) tell(call, taken);
}

/** Starts the three servers and adds the times of their calls. */
async function measure(built: string, times: ReadonlyMap<Call, Times>): Promise<void> {
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
    const ours = await start(built, env);
    const addresses = [upstream, ours, await start(join(SERVERS, "fastify.ts"), env)];
    for (const address of addresses) clients.push(new Client(address, { pipelining: 1 }));
    for (const [call, taken] of times) await compare(call, clients, taken);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    for (const child of children) child.kill();
  }
}

/** Ours as it is delivered: what runs TypeScript as it is slows each function that is made. */
async function builtServer(): Promise<string> {
  const outDir = join(import.meta.dirname, "../dist/bench");
  await build({ logLevel: "warn", build: { ssr: join(SERVERS, "ours.ts"), outDir } });
  return join(outDir, "ours.js");
}

async function compare(call: Call, clients: readonly Client[], times: Times): Promise<void> {
  for (let round = -PLAN.warmUp; round < PLAN.rounds; round++) {
    for (const index of inAnyOrder(clients.length)) {
      const client = clients[index];
      if (client === undefined) continue;
      const ms = await timeOf(call, client);
      if (round >= 0) times[index]?.push(ms);
    }
  }
}

function tell(call: Call, times: Times): void {
  const [direct = 0, ours = 0, other = 0] = times.map(median);
  const ratio = (ours - direct) / (other - direct);
  report(
    ratio <= MOST_RATIO,
    `Proxy, ${call.name}: adds ${ratio.toFixed(2)} × what @fastify/http-proxy adds ` +
      `(at most ${MOST_RATIO}; p50 of ${times[0].length}: directly ${us(direct)} µs, ` +
      `ours +${us(ours - direct)} µs, the other +${us(other - direct)} µs; ` +
      `load ${loadavg()[0]?.toFixed(1)})`,
  );
}

/** Drawn each time: what a server still does after its answer is in the way of the next. */
function inAnyOrder(count: number): number[] {
  const drawn = Array.from({ length: count }, (_, index) => ({ index, at: Math.random() }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ index }) => index);
}

function us(ms: number): string {
  return (ms * 1000).toFixed(0);
}

async function timeOf(call: Call, client: Client): Promise<number> {
  const start = performance.now();
  const { statusCode, body: answer } = await client.request(call);
  await answer.arrayBuffer();
  const ms = performance.now() - start;
  if (statusCode !== 200) throw new Error(`${call.name}: ${statusCode}`);
  return ms;
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Client, type Dispatcher } from "undici";
import { build } from "vite";

const SERVERS = import.meta.dirname;

/** Servers in processes of their own, each with a client that has one connection. */
export interface Servers {
  /** Starts a file of this folder, or one that `buildServer` made; it sends its port. */
  start: (file: string, env?: Record<string, string>) => Promise<string>;
  connect: (address: string) => Client;
}

/** Runs `measure` with servers; all are ended after it. */
export async function withServers(measure: (servers: Servers) => Promise<void>): Promise<void> {
  const children: ReturnType<typeof fork>[] = [];
  const clients: Client[] = [];
  const start = async (file: string, env: Record<string, string> = {}) => {
    const path = join(SERVERS, file);
    const child = fork(path, {
      execArgv: path.endsWith(".ts") ? ["--import", "tsx"] : [],
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    children.push(child);
    child.once("exit", (code) => child.emit("error", new Error(`${file} ended with ${code}`)));
    const [port] = (await once(child, "message")) as [number];
    child.removeAllListeners("exit");
    return `http://127.0.0.1:${port}`;
  };
  const connect = (address: string) => {
    const client = new Client(address, { pipelining: 1 });
    clients.push(client);
    return client;
  };
  try {
    await measure({ start, connect });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    for (const child of children) child.kill();
  }
}

/** Builds a server for production (running the TypeScript sources would slow it down). */
export async function buildServer(name: string): Promise<string> {
  const outDir = join(SERVERS, "../../dist/bench");
  await build({
    logLevel: "warn",
    build: { ssr: join(SERVERS, `${name}.ts`), outDir, emptyOutDir: false },
  });
  return join("../../dist/bench", `${name}.js`);
}

/** A request, and the client that sends it. */
export interface Timed {
  client: Client;
  call: Dispatcher.RequestOptions;
}

/**
 * Sends the requests one at a time and in turns, so that other load on the machine affects all of
 * them alike. Returns the milliseconds of each. Throws if one fails.
 */
export async function timeInTurns(
  timed: readonly Timed[],
  { warmUp, rounds }: { warmUp: number; rounds: number },
): Promise<number[][]> {
  const times = timed.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const index of shuffledIndexes(timed.length)) {
      const one = timed[index];
      if (one === undefined) continue;
      const ms = await time(one);
      if (round >= 0) times[index]?.push(ms);
    }
  }
  return times;
}

/**
 * Random order each time, because work that a server does after its response delays the next
 * request.
 */
function shuffledIndexes(count: number): number[] {
  const indexes = Array.from({ length: count }, (_, index) => ({ index, at: Math.random() }));
  return indexes.toSorted((a, b) => a.at - b.at).map(({ index }) => index);
}

async function time({ client, call }: Timed): Promise<number> {
  const start = performance.now();
  const { statusCode, body } = await client.request(call);
  await body.arrayBuffer();
  const ms = performance.now() - start;
  if (statusCode !== 200) throw new Error(`${call.method} ${call.path}: ${statusCode}`);
  return ms;
}

export const microseconds = (ms: number): string => (ms * 1000).toFixed(0);

import { request } from "undici";
import type { Account } from "./account.ts";
import { startSandbox } from "./server.ts";
import { valueAt } from "./validation/schema.ts";
import { createWorld, type WorldOptions } from "./world.ts";

const HEADERS = { Authorization: "Bearer token", Client: "10553", Accept: "application/json" };

interface Asked {
  /** Any value goes as JSON; a text goes as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** A sandbox on a free port, with a clock that stands still until a test moves it. */
export async function startTestSandbox(options: WorldOptions = {}) {
  const clock = { now: Date.UTC(2025, 0, 15, 9, 0, 0) };
  const world = createWorld({ now: () => clock.now, ...options });
  const server = await startSandbox({ port: 0, world });

  /** Sends a request, a GET's JSON body included; `json` is undefined when the answer is none. */
  const ask = async (method: string, path: string, { body, headers, signal }: Asked = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await request(server.url + path, {
      method,
      headers: { ...HEADERS, "Content-Type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: text }),
      ...(signal === undefined ? {} : { signal }),
    });
    const said = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text: said, json: parsed(said) };
  };
  const api = (method: string, path: string, asked?: Asked) => ask(method, `/api/v1${path}`, asked);
  const setFaults = (...faults: object[]) => ask("PUT", "/__sandbox/faults", { body: faults });
  return { ...server, world, clock, ask, api, setFaults };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** How a request that gets no answer ends; waits for it without failing the test before. */
export async function lost(asked: Promise<unknown>): Promise<string> {
  return asked.then(() => "It was answered", String);
}

/** What stands at a dotted path of an answer: `data.0.id`. */
export function at(json: unknown, path: string): unknown {
  return valueAt(json, path.split("."));
}

/** The accounts of the default office; throws when it has fewer than `index`. */
export function accountAt({ world }: TestSandbox, index: number): Account {
  const account = [...world.tenant(null).office.accounts.values()][index];
  if (account === undefined) throw new Error(`The office has no account ${index}`);
  return account;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

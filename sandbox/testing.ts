import { request } from "undici";
import type { Account } from "./account.ts";
import { startSandbox } from "./server.ts";
import { valueAt } from "./validation/schema.ts";
import { createWorld, type WorldOptions } from "./world.ts";

const HEADERS = { Authorization: "Bearer token", Client: "10553", Accept: "application/json" };

interface TestRequest {
  /** Sent as JSON; a string is sent unchanged. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** A sandbox on a free port, with a clock that only the test moves. */
export async function startTestSandbox(options: WorldOptions = {}) {
  const clock = { now: Date.UTC(2025, 0, 15, 9, 0, 0) };
  const world = createWorld({ now: () => clock.now, ...options });
  const server = await startSandbox({ port: 0, world });

  /** Sends a request, also a GET with a JSON body; `json` is undefined if the response is not JSON. */
  const send = async (
    method: string,
    path: string,
    { body, headers, signal }: TestRequest = {},
  ) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await request(server.url + path, {
      method,
      headers: { ...HEADERS, "Content-Type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: text }),
      ...(signal === undefined ? {} : { signal }),
    });
    const responseText = await response.body.text();
    return {
      status: response.statusCode,
      headers: response.headers,
      text: responseText,
      json: parseJson(responseText),
    };
  };
  const api = (method: string, path: string, init?: TestRequest) =>
    send(method, `/api/v1${path}`, init);
  const setFaults = (...faults: object[]) => send("PUT", "/__sandbox/faults", { body: faults });
  return { ...server, world, clock, send, api, setFaults };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** The error text of a request that gets no response; never rejects. */
export async function requestError(pending: Promise<unknown>): Promise<string> {
  return pending.then(() => "There was a response", String);
}

/** The value at a dotted path of a response: `data.0.id`. */
export function at(json: unknown, path: string): unknown {
  return valueAt(json, path.split("."));
}

/** The accounts of the default office; throws when it has fewer than `index`. */
export function accountAt({ world }: TestSandbox, index: number): Account {
  const account = [...world.tenant(null).office.accounts.values()][index];
  if (account === undefined) throw new Error(`The office has no account ${index}`);
  return account;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

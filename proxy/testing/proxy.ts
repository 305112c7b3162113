import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { createProxy, type ProxyOptions } from "../app.ts";
import { toListener } from "../listener.ts";
import { recordingUpstream, serve, type TestServer } from "./upstream.ts";

export const TOKEN = "12|secret/token+value";

/** A proxy on a free port; closed when the test is over. */
export async function startProxy(
  upstreamUrl: string,
  options: Partial<ProxyOptions> = {},
): Promise<TestServer> {
  const proxy = createProxy({ upstreamUrl, token: TOKEN, client: "10553", ...options });
  const server = await serve(toListener(proxy));
  onTestFinished(() => server.close());
  return server;
}

/** A proxy with an upstream that responds as `handler` does; both closed when the test is over. */
export async function startPair(
  handler?: Parameters<typeof recordingUpstream>[0],
  options: Partial<ProxyOptions> = {},
) {
  const upstream = await recordingUpstream(handler);
  onTestFinished(() => upstream.close());
  const proxy = await startProxy(upstream.url, options);
  return { upstream, proxy };
}

/** `fetch` with the headers that the app sends. */
export function fetchAsApp(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(OWN_HEADER)) headers.set(name, value);
  return fetch(url, { ...init, headers });
}

/** Sends a raw request line over a plain socket and returns the whole raw response. */
export function rawRequest(port: number, method: string, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
      socket.write("X-Pult: 1\r\nConnection: close\r\n\r\n");
    });
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => resolve(Buffer.concat(chunks).toString("latin1")));
    socket.on("error", reject);
  });
}

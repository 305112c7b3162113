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

/** A proxy before an upstream that answers as told; both closed when the test is over. */
export async function startPair(
  answer?: Parameters<typeof recordingUpstream>[0],
  options: Partial<ProxyOptions> = {},
) {
  const upstream = await recordingUpstream(answer);
  onTestFinished(() => upstream.close());
  const proxy = await startProxy(upstream.url, options);
  return { upstream, proxy };
}

/** `fetch` as the app's own pages use it. */
export function fetchAsApp(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(OWN_HEADER)) headers.set(name, value);
  return fetch(url, { ...init, headers });
}

/** Sends a request line as it is, over a bare socket, and gives the whole raw answer. */
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

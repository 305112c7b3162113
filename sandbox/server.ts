import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getResponse, type HttpHandler } from "msw";
import { bodyToQuery, type QueryValue } from "#api/queryBody.ts";
import { sandboxHandlers } from "./handlers/index.ts";
import { rejectCrossSite } from "./crossSite.ts";
import { Problem } from "./problem.ts";
import { GET_BODY_HEADER } from "./requestLog.ts";
import { createWorld, type World } from "./world.ts";

const MAX_BODY = 1024 * 1024;
/** Milliseconds without a byte in either direction while a response is sent. */
const STALLED_MS = 20_000;
const MAX_CONNECTIONS = 256;

export interface SandboxOptions {
  host?: string;
  /** 0 for any free port. */
  port?: number;
  world?: World;
}

export interface RunningSandbox {
  url: string;
  port: number;
  /** Ends pending requests and frees the port. */
  close(): Promise<void>;
}

/** Serves the sandbox over HTTP. Rejects when the port can't be taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { host = "127.0.0.1", port = 4010, world = createWorld() } = options;
  const handlers = sandboxHandlers(world);
  const server = createServer((incoming, outgoing) => {
    void serve(handlers, host, incoming, outgoing);
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const boundPort = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${boundPort}`,
    port: boundPort,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  handlers: HttpHandler[],
  host: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  const closed = new AbortController();
  outgoing.once("close", () => closed.abort());
  try {
    rejectCrossSite(incoming.headers, host);
    const request = await toRequest(incoming, closed.signal);
    const response = await getResponse(handlers, request);
    if (response?.type === "error") outgoing.destroy();
    else if (response === undefined) sendJson(outgoing, 404, { message: "Not Found" });
    else await sendResponse(outgoing, response);
  } catch (error) {
    if (error instanceof Problem) sendJson(outgoing, error.status, error.body);
    else sendJson(outgoing, 500, { message: "Server Error" });
  }
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET" } = incoming;
  const body = await readBody(incoming);
  try {
    const url = parseUrl(incoming.url ?? "/");
    const headers = toHeaders(incoming);
    if (method !== "GET" && method !== "HEAD") {
      return new Request(url, {
        method,
        headers,
        signal,
        body: body.length > 0 ? new Uint8Array(body) : null,
      });
    }
    if (body.length > 0) mergeBody(url, headers, body.toString("utf8"));
    return new Request(url, { method, headers, signal });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, { message: "Bad Request" });
  }
}

/** The request's URL; throws when it is malformed or has a broken escape. */
function parseUrl(target: string): URL {
  const url = new URL(target.startsWith("/") ? `http://localhost${target}` : target);
  decodeURIComponent(url.pathname);
  return url;
}

function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const item of [value ?? []].flat()) headers.append(name, item);
  }
  headers.delete(GET_BODY_HEADER);
  return headers;
}

/** A Fetch `Request` can't have a GET body, so its fields are passed in the query. */
function mergeBody(url: URL, headers: Headers, text: string) {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, { message: "The request body is not valid JSON", code: 400 });
  }
  headers.set(GET_BODY_HEADER, encodeURIComponent(text));
  if (typeof body !== "object" || body === null || Array.isArray(body)) return;
  const flat = Object.entries(body).map(([key, value]): [string, QueryValue] => [
    key,
    toQueryValue(value),
  ]);
  for (const [key, value] of bodyToQuery(Object.fromEntries(flat))) {
    url.searchParams.append(key, value);
  }
}

/** The value as a query can hold it; anything else as JSON text, for the schema to reject. */
function toQueryValue(value: unknown): QueryValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  }
  return JSON.stringify(value);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new Problem(413, { message: "Payload Too Large" });
  return Buffer.concat(chunks);
}

async function sendResponse(outgoing: ServerResponse, response: Response) {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
  });
  // Set only now, because a fault may delay the response for longer.
  outgoing.socket?.setTimeout(STALLED_MS);
  outgoing.end(body);
}

function sendJson(outgoing: ServerResponse, status: number, body: Record<string, unknown>) {
  if (outgoing.headersSent || outgoing.destroyed) return;
  outgoing.writeHead(status, { "Content-Type": "application/json" });
  outgoing.end(JSON.stringify(body));
}

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { forward, type ForwardContext, nameOf, type Notes, wrongMethod } from "./forward.ts";
import { foreignHost, hostOf, type IsOwnHost } from "./host.ts";
import { type Incoming, incomingOf, type Leaving } from "./incoming.ts";
import type { Log, LogEntry } from "./log.ts";
import { type IsOwnOrigin, refuseOtherSites } from "./origin.ts";
import { ProxyError } from "./proxyError.ts";
import { jsonReply, type Reply } from "./reply.ts";
import { requestIdOf } from "./requestId.ts";
import { forwardControl } from "./sandboxControl.ts";
import { SECURE_HEADERS } from "./secureHeaders.ts";
import type { Taker } from "./taker.ts";

/** What answering a call of the API needs to know besides the request. */
export interface ApiContext extends ForwardContext {
  isOwnHost: IsOwnHost;
  isOwnOrigin: IsOwnOrigin;
  log: Log;
}

/** Whether real lines are managed or the built-in sandbox's. The body of `GET /api/session`. */
export interface Session {
  mode: "sandbox" | "provider";
}

/** Whether a raw request target is an API's, by its first segment as it is written. */
export function isApi(target: string): boolean {
  return /^\/(api|__sandbox)([/?]|$)/.test(target);
}

/**
 * Answers the calls under `/api` and `/__sandbox`: the declared operations as the provider does,
 * all else as `ProxyProblemBody`. It works on Node's own request and response: those of the web's
 * standards, made for each call, would take longer than all that is done here.
 */
export function apiListener(context: ApiContext): RequestListener {
  return (message, outgoing) => {
    const startedAt = performance.now();
    const browser = new Browser();
    const incoming = incomingOf(message, browser);
    const id = requestIdOf(message.headers["x-request-id"]);
    const notes: ApiNotes = {};
    const { socket } = message;
    let isSent = false;
    // An answer also finishes when its connection breaks in the middle of it.
    outgoing.on("finish", () => {
      isSent = !socket.destroyed && socket.errored === null;
    });
    outgoing.on("close", () => {
      if (!isSent) browser.leave();
      const status = isSent ? outgoing.statusCode : undefined;
      context.log(entryOf(incoming, status, id, notes, performance.now() - startedAt));
    });
    const reply = (given: Reply) => send(outgoing, given, id);
    const fail = (error: unknown) => reply(replyTo(error, notes));
    try {
      answer(message, incoming, context, notes, { take: reply, fail });
    } catch (error) {
      fail(error);
    }
  };
}

/** Whether the one who asked still waits, and who wants to know when not. */
class Browser implements Leaving {
  aborted = false;
  private readonly listeners: (() => void)[] = [];

  addEventListener(_: "abort", listener: () => void): void {
    this.listeners.push(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  leave(): void {
    this.aborted = true;
    // Each stops listening as it hears of it.
    while (this.listeners.length > 0) this.listeners.pop()?.();
  }
}

interface ApiNotes extends Notes {
  problem?: string;
  reason?: string | undefined;
}

function answer(
  message: IncomingMessage,
  incoming: Incoming,
  context: ApiContext,
  notes: Notes,
  taker: Taker<Reply>,
): void {
  refuseOddLength(incoming);
  const host = hostOf(message.rawHeaders);
  if (!context.isOwnHost(host)) throw foreignHost(host);
  refuseOtherSites(incoming.headers, context.isOwnOrigin);
  const { method, rawPath } = incoming;
  if (rawPath.startsWith("/__sandbox")) {
    void forwardControl(incoming, context, notes).then(taker.take, taker.fail);
    return;
  }
  if (rawPath !== "/api/session") {
    forward(incoming, context, notes, taker);
    return;
  }
  notes.operation = "GET /api/session";
  if (method !== "GET") throw wrongMethod(["GET"]);
  const session: Session = { mode: context.isSandbox ? "sandbox" : "provider" };
  taker.take(jsonReply(session));
}

/**
 * Node hands over a request before it refuses the way in which its body ends: by then one that
 * needs no body would have passed.
 */
function refuseOddLength({ headers }: Incoming): void {
  const encoding = headers["transfer-encoding"];
  if (encoding === undefined || encoding.toLowerCase() === "chunked") return;
  throw new ProxyError("bad-request", "The length of the body is not clear.");
}

function replyTo(error: unknown, notes: ApiNotes): Reply {
  if (error instanceof ProxyError) {
    notes.problem = error.problem;
    notes.reason = error.reason;
    return error.toReply();
  }
  // Nothing of the error itself: its text may quote what was sent.
  notes.problem = "proxy-failed";
  notes.reason = error instanceof Error ? error.name : "unknown";
  return jsonReply({ message: "The proxy failed.", code: 500 }, 500);
}

/** The others say what a page may do. Here the policy lets nothing be one, in a frame or alone. */
const API_HEADERS = [
  "x-content-type-options",
  "referrer-policy",
  "cross-origin-resource-policy",
  "content-security-policy",
] as const;
const FIXED_HEADERS = API_HEADERS.flatMap((name) => [name, SECURE_HEADERS[name]]);
/** A body of so many bytes, one as text, leaves with its headers in one piece: no second copy. */
const MOST_TEXT_BYTES = 64 * 1024;

function send(outgoing: ServerResponse, reply: Reply, id: string): void {
  if (outgoing.destroyed) return;
  try {
    write(outgoing, reply, id);
  } catch {
    // Its connection broke while it was written to.
    outgoing.destroy();
  }
}

function write(outgoing: ServerResponse, { status, headers, body }: Reply, id: string): void {
  const isBodiless = status === 204 || status === 205;
  const all: string[] = FIXED_HEADERS.slice();
  all.push("x-request-id", id);
  for (const name in headers) all.push(name, headers[name] ?? "");
  if (!isBodiless) all.push("content-length", String(body.length));
  outgoing.writeHead(status, all);
  if (isBodiless) outgoing.end();
  else if (body.length > MOST_TEXT_BYTES) outgoing.end(body);
  // Latin-1 gives each byte its own sign, and each sign its byte again.
  else outgoing.end(body.toString("latin1"), "latin1");
}

/** `status` is undefined of an answer that did not leave, or not whole. */
function entryOf(
  incoming: Incoming,
  status: number | undefined,
  id: string,
  { operation = nameOf(incoming), upstreamMs, problem, reason }: ApiNotes,
  ms: number,
): LogEntry {
  const rest = { id, operation, ms: rounded(ms), upstreamMs: rounded(upstreamMs) };
  // As web servers write it of a browser that did not wait; nothing is wrong with us.
  if (status === undefined) return { level: "info", ...rest, status: 499, problem: "left" };
  const level = problem === "proxy-failed" ? "error" : status >= 400 ? "warn" : "info";
  return { level, ...rest, status, problem, reason };
}

function rounded(ms: number): number;
function rounded(ms: number | undefined): number | undefined;
function rounded(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 10) / 10;
}

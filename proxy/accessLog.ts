import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { matchOperation } from "#api/match.ts";
import { label } from "#api/operation.ts";
import { type ProxyContext, type ProxyEnv, rawPath } from "./env.ts";
import type { Log, LogEntry } from "./log.ts";

/**
 * Logs each API request once its response has been sent, with the id that the response's
 * `X-Request-Id` carries.
 */
export function accessLog(log: Log): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    const id = requestId(c.req.header("x-request-id"));
    const { outgoing } = c.env;
    const { socket } = c.env.incoming;
    let isSent = false;
    // "finish" is also emitted when the connection breaks in the middle of the response.
    outgoing.once("finish", () => {
      isSent = !socket.destroyed && socket.errored === null;
    });
    outgoing.once("close", () => {
      const status = isSent ? outgoing.statusCode : undefined;
      log(logEntry(c, status, id, performance.now() - startedAt));
    });
    c.set("requestId", id);
    outgoing.setHeader("x-request-id", id);
    await next();
  };
}

/**
 * Keeps a request's own id when it is hexadecimal (nginx's `$request_id`, a UUID), so that our log
 * and the reverse proxy's agree. Anything else might hold private data.
 */
function requestId(received: string | undefined): string {
  return received !== undefined && /^[\da-f][\da-f-]{15,63}$/i.test(received)
    ? received
    : randomUUID().replaceAll("-", "").slice(16);
}

/** `status` is undefined when the response was not sent completely. */
function logEntry(c: ProxyContext, status: number | undefined, id: string, ms: number): LogEntry {
  const { operation = operationName(c.env.incoming), upstreamMs, problem, reason } = c.var;
  const rest = { id, operation, ms: rounded(ms), upstreamMs: upstreamMs && rounded(upstreamMs) };
  // nginx's status for a client that disconnected: not a fault of the server.
  if (status === undefined) return { level: "info", ...rest, status: 499, problem: "left" };
  const level = problem === "proxy-failed" ? "error" : status >= 400 ? "warn" : "info";
  return { level, ...rest, status, problem, reason };
}

/** `GET /sip/{id}` if the request is a declared operation: safe to log, unlike a path. */
function operationName(incoming: IncomingMessage): string {
  const match = matchOperation(incoming.method ?? "", rawPath(incoming));
  return match.found === "operation" ? label(match.operation) : "an undeclared request";
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

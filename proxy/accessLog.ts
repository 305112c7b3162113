import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { matchOperation } from "#api/match.ts";
import { label } from "#api/operation.ts";
import { type ProxyContext, type ProxyEnv, rawPath } from "./env.ts";
import type { Log, LogEntry } from "./log.ts";

/**
 * Logs each call once its answer has left, and names it by the same id in the log and in the
 * answer's `X-Request-Id`.
 */
export function accessLog(log: Log): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    const id = requestId(c.req.header("x-request-id"));
    const { outgoing } = c.env;
    const { socket } = c.env.incoming;
    let isSent = false;
    // An answer also finishes when its connection breaks in the middle of it.
    outgoing.once("finish", () => {
      isSent = !socket.destroyed && socket.errored === null;
    });
    outgoing.once("close", () => {
      const status = isSent ? outgoing.statusCode : undefined;
      log(logEntry(c, status, id, performance.now() - startedAt));
    });
    outgoing.setHeader("x-request-id", id);
    await next();
  };
}

/**
 * An id that the request brings along is kept when it is hexadecimal (nginx's `$request_id`, a
 * UUID), so that the log of a web server in front and ours agree. Anything else may hold private text.
 */
function requestId(given: string | undefined): string {
  return given !== undefined && /^[\da-f][\da-f-]{15,63}$/i.test(given)
    ? given
    : randomUUID().replaceAll("-", "").slice(16);
}

/** `status` is undefined for an answer that did not leave, or not whole. */
function logEntry(c: ProxyContext, status: number | undefined, id: string, ms: number): LogEntry {
  const { operation = operationName(c.env.incoming), upstreamMs, problem, reason } = c.var;
  const rest = { id, operation, ms: rounded(ms), upstreamMs: upstreamMs && rounded(upstreamMs) };
  // As web servers write it of a browser that did not wait; nothing is wrong with us.
  if (status === undefined) return { level: "info", ...rest, status: 499, problem: "left" };
  const level = problem === "proxy-failed" ? "error" : status >= 400 ? "warn" : "info";
  return { level, ...rest, status, problem, reason };
}

/** `GET /sip/{id}` if the request is an operation's: safe to log, unlike a path. */
function operationName(incoming: IncomingMessage): string {
  const match = matchOperation(incoming.method ?? "", rawPath(incoming));
  return match.found === "operation" ? label(match.operation) : "an undeclared request";
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

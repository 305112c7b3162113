import { matchOperation } from "#api/match.ts";
import { label, type Operation, pathOf } from "#api/operation.ts";
import { acceptedAgeMs } from "./cacheControl.ts";
import { type Credentials, type Given, headersDown, headersUp } from "./headers.ts";
import type { Incoming } from "./incoming.ts";
import { bodyFromQuery, declaredQuery } from "./query.ts";
import { readJsonBody } from "./readBody.ts";
import type { Redactor } from "./redact.ts";
import { Refusal } from "./refusal.ts";
import type { Sharing } from "./sharing.ts";
import type { Outgoing } from "./upstream.ts";

/** What forwarding needs to know besides the request. */
export interface ForwardContext {
  credentials: Credentials;
  isSandbox: boolean;
  maxBodyBytes: number | undefined;
  redact: Redactor;
  sharing: Sharing;
}

/**
 * Passes a request on if it is one of the declared operations, rebuilt from the declaration:
 * nothing of the browser's path, and only declared keys of its query, reach the provider.
 * Throws `Refusal` for anything else.
 */
export async function forward(request: Incoming, context: ForwardContext): Promise<Response> {
  const { operation, params } = declaredOperation(request);
  const { credentials, isSandbox, sharing } = context;
  const { shareMs } = operation;
  const search = new URLSearchParams(request.rawQuery);
  const outgoing: Outgoing = {
    method: operation.method,
    target: pathOf(operation, params) + declaredQuery(operation, search),
    headers: headersUp(request, credentials, isSandbox, shareMs !== undefined),
    body: await bodyOf(operation, request, search, context.maxBodyBytes),
  };
  if (shareMs === undefined) {
    return responseOf({ answer: await sharing.pass(outgoing, request.signal) }, context.redact);
  }
  const accepted = acceptedAgeMs(request.headers, shareMs);
  const given = await sharing.share(operation, outgoing, accepted, request.signal);
  return responseOf(given, context.redact);
}

/** `GET /sip/{id}` if the request is an operation's: safe to log, unlike a path. */
export function nameOf({ method, rawPath }: Incoming): string {
  const match = matchOperation(method, rawPath);
  return match.found === "operation" ? label(match.operation) : "an undeclared request";
}

function declaredOperation({ method, rawPath }: Incoming) {
  const match = matchOperation(method, rawPath);
  if (match.found === "operation") return match;
  if (match.found === "path") throw wrongMethod(match.allow);
  throw new Refusal("unknown-path", "There is no such operation.");
}

export function wrongMethod(allow: readonly string[]): Refusal {
  const headers = { allow: allow.join(", ") };
  return new Refusal("wrong-method", "This path has no such method.", { headers });
}

async function bodyOf(
  op: Operation,
  request: Incoming,
  search: URLSearchParams,
  limit: number | undefined,
): Promise<Buffer | undefined> {
  if (op.body === undefined) return undefined;
  // Byte for byte: what a body may hold is for the provider to judge.
  return op.method === "GET" ? bodyFromQuery(op.body, search) : readJsonBody(request, limit);
}

/** An answer as the browser may see it, with the token covered. */
export function responseOf(given: Given, redact: Redactor): Response {
  const { status, body: bytes } = given.answer;
  const headers = new Headers();
  for (const [name, value] of headersDown(given)) headers.set(name, redact.text(value));
  const isBodiless = status === 204 || status === 205;
  const body = isBodiless ? null : new Uint8Array(redact.bytes(bytes));
  return new Response(body, { status, headers });
}

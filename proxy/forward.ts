import { matchOperation } from "#api/match.ts";
import { label, type Operation, pathOf } from "#api/operation.ts";
import { type Credentials, headersDown, headersUp } from "./headers.ts";
import type { Incoming } from "./incoming.ts";
import { bodyFromQuery, declaredQuery } from "./query.ts";
import { readJsonBody } from "./readBody.ts";
import type { Redactor } from "./redact.ts";
import { Refusal } from "./refusal.ts";
import type { Answer, Outgoing, Upstream } from "./upstream.ts";

/** What forwarding needs to know besides the request. */
export interface ForwardContext {
  credentials: Credentials;
  isSandbox: boolean;
  maxBodyBytes: number | undefined;
  redact: Redactor;
  upstream: Upstream;
}

/**
 * Passes a request on if it is one of the declared operations, rebuilt from the declaration:
 * nothing of the browser's path, and only declared keys of its query, reach the provider.
 * Throws `Refusal` for anything else.
 */
export async function forward(request: Incoming, context: ForwardContext): Promise<Response> {
  const { operation, params } = declaredOperation(request);
  const search = new URLSearchParams(request.rawQuery);
  const outgoing: Outgoing = {
    method: operation.method,
    target: pathOf(operation, params) + declaredQuery(operation, search),
    headers: headersUp(request, context.credentials, context.isSandbox),
    body: await bodyOf(operation, request, search, context.maxBodyBytes),
  };
  return responseOf(await context.upstream(outgoing, request.signal), context.redact);
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
export function responseOf(answer: Answer, redact: Redactor): Response {
  const { status } = answer;
  const headers = new Headers();
  for (const [name, value] of headersDown(answer)) headers.set(name, redact.text(value));
  const isBodiless = status === 204 || status === 205;
  const body = isBodiless ? null : new Uint8Array(redact.bytes(answer.body));
  return new Response(body, { status, headers });
}

import { matchOperation } from "#api/match.ts";
import { label, type Operation, pathOf } from "#api/operation.ts";
import { REVEAL_HEADER } from "#api/ownHeader.ts";
import { acceptedAgeMs } from "./cacheControl.ts";
import type { Clean } from "./cleanBody.ts";
import { type Credentials, type Given, headersDown, headersUp } from "./headers.ts";
import type { Incoming } from "./incoming.ts";
import { Known } from "./known.ts";
import { bodyFromQuery, declaredQuery } from "./query.ts";
import { readJsonBody } from "./readBody.ts";
import { ProxyError } from "./proxyError.ts";
import type { Reply } from "./reply.ts";
import type { Sharing } from "./sharing.ts";
import { before, guarded, type Taker } from "./taker.ts";
import type { Outgoing } from "./upstream.ts";

/** What forwarding needs to know besides the request. */
export interface ForwardContext {
  credentials: Credentials;
  isSandbox: boolean;
  maxBodyBytes: number | undefined;
  clean: Clean;
  sharing: Sharing;
}

/** What is learnt of a request on its way, for the log. */
export interface Notes {
  operation?: string;
  upstreamMs?: number;
}

/**
 * Passes a request on if it is one of the declared operations, rebuilt from the declaration:
 * nothing of the browser's path, and only declared keys of its query, reach the provider.
 * Throws `ProxyError` for anything else, or fails with it when that shows later.
 */
export function forward(
  request: Incoming,
  context: ForwardContext,
  notes: Notes,
  taker: Taker<Reply>,
): void {
  const { operation, params, name, path } = declaredOperation(request);
  notes.operation = name;
  const { credentials, isSandbox, sharing, clean, maxBodyBytes } = context;
  const { method, body: schema, shareMs } = operation;
  const target = path + declaredQuery(operation, request.rawQuery);
  const headers = headersUp(request, credentials, isSandbox, shareMs !== undefined);
  const revealed = revealedBy(request, operation);
  const reply = (given: Given) => {
    const body = clean(operation, given.answer, revealed);
    taker.take(replyOf(given, body, operation, params));
  };
  const replying = guarded(reply, taker.fail);
  const send = (body: Buffer | undefined) => {
    const sentAt = performance.now();
    const note = () => {
      notes.upstreamMs = performance.now() - sentAt;
    };
    const outgoing = { method, target, headers, body };
    // A secret is for the one who asked: such an answer is never shared.
    if (revealed === undefined) ask(operation, outgoing, request, sharing, before(note, replying));
    else askAlone(outgoing, request, sharing, before(note, replying));
  };
  // Byte for byte: what a body may hold is for the provider to judge.
  if (schema === undefined) send(undefined);
  else if (method === "GET") send(bodyFromQuery(schema, request.rawQuery));
  else readJsonBody(request, maxBodyBytes, guarded(send, taker.fail));
}

/** The secret that the operation `reveals`, if the request asks for it. */
function revealedBy({ headers }: Incoming, { reveals }: Operation): string | undefined {
  return headers[REVEAL_HEADER.toLowerCase()] === reveals ? reveals : undefined;
}

function ask(
  operation: Operation,
  outgoing: Outgoing,
  request: Incoming,
  sharing: Sharing,
  taker: Taker<Given>,
): void {
  const { shareMs } = operation;
  if (shareMs === undefined) {
    askAlone(outgoing, request, sharing, taker);
  } else {
    const acceptMs = acceptedAgeMs(request.headers, shareMs);
    void sharing.share(operation, outgoing, acceptMs, request.signal).then(taker.take, taker.fail);
  }
}

function askAlone(
  outgoing: Outgoing,
  { signal }: Incoming,
  sharing: Sharing,
  { take, fail }: Taker<Given>,
): void {
  sharing.pass(outgoing, signal, { take: (answer) => take({ answer }), fail });
}

/** `GET /sip/{id}` if the request is an operation's: safe to log, unlike a path. */
export function nameOf({ method, rawPath }: Incoming): string {
  const match = matchOperation(method, rawPath);
  return match.found === "operation" ? label(match.operation) : "an undeclared request";
}

interface Declared {
  operation: Operation;
  params: Record<string, string | number>;
  name: string;
  /** Built again from the declaration: nothing of the browser's own path. */
  path: string;
}

/** By method and path, as they came over the wire. */
const known = new Known<Declared>();

function declaredOperation({ method, rawPath }: Incoming): Declared {
  return known.get(`${method} ${rawPath}`, () => findOperation(method, rawPath));
}

function findOperation(method: string, rawPath: string): Declared {
  const match = matchOperation(method, rawPath);
  if (match.found === "operation") {
    const { operation, params } = match;
    return { operation, params, name: label(operation), path: pathOf(operation, params) };
  }
  if (match.found === "path") throw wrongMethod(match.allow);
  throw new ProxyError("unknown-path", "There is no such operation.");
}

export function wrongMethod(allow: readonly string[]): ProxyError {
  const headers = { allow: allow.join(", ") };
  return new ProxyError("wrong-method", "This path has no such method.", { headers });
}

function replyOf(
  given: Given,
  body: Buffer,
  operation: Operation,
  params: Record<string, unknown>,
): Reply {
  const { status, headers } = given.answer;
  const down = headersDown(given);
  const location = operation.location && createdPath(operation, params, headers.location);
  if (location !== undefined) down["location"] = location;
  return { status, headers: down, body };
}

/**
 * The only word of a `Location` that the app needs is the id at its end. The rest is written
 * again, so that it can't point elsewhere.
 */
function createdPath(
  operation: Operation,
  params: Record<string, unknown>,
  given: string | undefined,
): string | undefined {
  const id = /\/(\d{1,16})\/*(?:[?#].*)?$/.exec(given ?? "")?.[1];
  return id === undefined ? undefined : `${pathOf(operation, params)}/${id}`;
}

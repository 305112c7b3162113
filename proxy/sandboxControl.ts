import { type ForwardContext, type Notes, wrongMethod } from "./forward.ts";
import { headersDown, headersUp } from "./headers.ts";
import type { Incoming } from "./incoming.ts";
import { readBody } from "./readBody.ts";
import { ProxyError } from "./proxyError.ts";
import type { Reply } from "./reply.ts";
import { promised } from "./taker.ts";
import type { Answer } from "./upstream.ts";

const METHODS = ["GET", "PUT", "POST"] as const;
const PLAIN_PATH = /^\/__sandbox(\/[\w-]+)+$/;

/**
 * Passes a request on to the sandbox's own switches (faults, offices). Only in sandbox mode:
 * the provider has no such paths, and never hears of them.
 */
export async function forwardControl(
  request: Incoming,
  context: ForwardContext,
  notes: Notes,
): Promise<Reply> {
  notes.operation = "the sandbox's own switches";
  if (!context.isSandbox || !PLAIN_PATH.test(request.rawPath)) {
    throw new ProxyError("unknown-path", "There is no such path.");
  }
  const method = METHODS.find((known) => known === request.method);
  if (method === undefined) throw wrongMethod(METHODS);
  const search = new URLSearchParams(request.rawQuery);
  const outgoing = {
    method,
    target: request.rawPath + (search.size > 0 ? `?${search}` : ""),
    headers: headersUp(request, context.credentials, true),
    body:
      method === "GET"
        ? undefined
        : await promised<Buffer>((taker) => readBody(request, context.maxBodyBytes, taker)),
  };
  const { pass } = context.sharing;
  const answer = await promised<Answer>((taker) => pass(outgoing, request.signal, taker));
  return { status: answer.status, headers: headersDown({ answer }), body: answer.body };
}

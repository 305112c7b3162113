import { findHiddenFailure } from "#api/hiddenFailure.ts";
import type { Operation } from "#api/operation.ts";
import { redactFailure } from "./failure.ts";
import type { TokenRedactor } from "./token.ts";
import { ProxyError } from "../proxyError.ts";
import { omitSecrets } from "./success.ts";
import type { UpstreamResponse } from "../upstream.ts";

/** Bytes of a failure that anybody reads: looking through it takes its time. */
const MAX_FAILURE_BYTES = 256 * 1024;

/**
 * Makes a body what the browser may see, without the token and without secrets; `revealed` names
 * the field that was asked for. Throws `ProxyError` (502) for a success that can't be read, and for a
 * failure that can't be redacted.
 */
export type RedactBody = (op: Operation, response: UpstreamResponse, revealed?: string) => Buffer;

export function bodyRedactor(token: TokenRedactor): RedactBody {
  return (op, { status, body }, revealed) => {
    const redacted = status >= 400 ? failureBody(body) : successBody(op, status, body, revealed);
    // After the rest: what is parsed and written again may spell the token in another way.
    const text = redacted.toString("latin1");
    return token.mayStandIn(text) ? Buffer.from(token.mask(text), "latin1") : redacted;
  };
}

/**
 * Written again from what was read, so that nothing comes down that was not looked at (a name's
 * second value, say). What is no JSON (a framework's page with all its settings) is left out.
 */
function failureBody(body: Buffer): Buffer {
  let value: unknown;
  try {
    value = parse(body);
  } catch {
    return Buffer.alloc(0);
  }
  return redactedFailure(value, body);
}

/** Throws where it can't look for secrets. An empty body holds none, and is what a write may get. */
function successBody(op: Operation, status: number, body: Buffer, revealed?: string): Buffer {
  if (body.toString("latin1").trim() === "") return Buffer.alloc(0);
  try {
    const value = parse(body);
    const isFailure = findHiddenFailure(op, status, value) !== undefined;
    return isFailure ? redactedFailure(value, body) : jsonOf(omitSecrets(value, revealed));
  } catch {
    throw unreadable("not JSON");
  }
}

function redactedFailure(value: unknown, { length }: Buffer): Buffer {
  if (length > MAX_FAILURE_BYTES) throw unreadable("too large");
  try {
    return jsonOf(redactFailure(value));
  } catch {
    throw unreadable("too deep");
  }
}

function unreadable(cause: string): ProxyError {
  const words = "Plusofon gave an answer that can't be read.";
  return new ProxyError("upstream-unacceptable", words, { cause });
}

/** A browser too skips the mark that some write before their JSON. */
function parse(body: Buffer): unknown {
  return JSON.parse(body.toString("utf8").replace(/^\ufeff/, ""));
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

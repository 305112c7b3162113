import { hiddenFailureOf } from "#api/hiddenFailure.ts";
import type { Operation } from "#api/operation.ts";
import { coverSecrets } from "./errorBody.ts";
import type { Redactor } from "./redact.ts";
import { ProxyError } from "./proxyError.ts";
import { withoutSecrets } from "./successBody.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** Bytes of a failure that anybody reads: looking through it takes its time. */
const MAX_FAILURE_BYTES = 256 * 1024;

/**
 * Makes a body what the browser may see, without the token and without secrets; `revealed` names
 * the field that was asked for. Throws `ProxyError` (502) for a success that can't be read, and for a
 * failure that can't be covered.
 */
export type Clean = (op: Operation, response: UpstreamResponse, revealed?: string) => Buffer;

export function cleaner(redact: Redactor): Clean {
  return (op, { status, body }, revealed) => {
    const cleaned = status >= 400 ? failureBody(body) : successBody(op, status, body, revealed);
    // After the rest: what is parsed and written again may spell the token in another way.
    const said = cleaned.toString("latin1");
    return redact.finds(said) ? Buffer.from(redact.cover(said), "latin1") : cleaned;
  };
}

/**
 * Written again from what was read, so that nothing comes down that was not looked at (a name's
 * second value, say). What is no JSON (a framework's page with all its settings) is left out.
 */
function failureBody(body: Buffer): Buffer {
  let said: unknown;
  try {
    said = parse(body);
  } catch {
    return Buffer.alloc(0);
  }
  return covered(said, body);
}

/** Fails where it can't look for secrets. An empty body holds none, and is what a write may get. */
function successBody(op: Operation, status: number, body: Buffer, revealed?: string): Buffer {
  if (body.toString("latin1").trim() === "") return Buffer.alloc(0);
  try {
    const said = parse(body);
    const isFailure = hiddenFailureOf(op, status, said) !== undefined;
    return isFailure ? covered(said, body) : jsonOf(withoutSecrets(said, revealed));
  } catch {
    throw unreadable("not JSON");
  }
}

function covered(said: unknown, { length }: Buffer): Buffer {
  if (length > MAX_FAILURE_BYTES) throw unreadable("too large");
  try {
    return jsonOf(coverSecrets(said));
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

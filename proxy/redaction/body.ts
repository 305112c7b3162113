import { findHiddenFailure } from "#api/hiddenFailure.ts";
import type { Operation } from "#api/operation.ts";
import { redactFailure } from "./failure.ts";
import type { TokenRedactor } from "./token.ts";
import { ProxyError } from "../proxyError.ts";
import { omitSecrets } from "./success.ts";
import type { UpstreamResponse } from "../upstream.ts";

/** Maximum size of a redacted failure, in bytes: redacting takes time. */
const MAX_FAILURE_BYTES = 256 * 1024;

/**
 * Removes the token and all secrets from a body; `revealed` names the field that the client asked
 * for. Throws `ProxyError` (502) for a success that can't be parsed and for a failure that can't be
 * redacted.
 */
export type RedactBody = (op: Operation, response: UpstreamResponse, revealed?: string) => Buffer;

export function bodyRedactor(token: TokenRedactor): RedactBody {
  return (op, { status, body }, revealed) => {
    const redacted =
      status >= 400 ? redactedFailureBody(body) : redactedSuccess(op, status, body, revealed);
    // Last, since serialising again may spell the token differently.
    const text = redacted.toString("latin1");
    return token.mayContain(text) ? Buffer.from(token.mask(text), "latin1") : redacted;
  };
}

/**
 * Serialised again from the parsed value, so that nothing unchecked is sent (such as a duplicate
 * key's first value). A body that is not JSON, such as a framework's debug page, is dropped.
 */
function redactedFailureBody(body: Buffer): Buffer {
  let value: unknown;
  try {
    value = parse(body);
  } catch {
    return Buffer.alloc(0);
  }
  return redactedFailure(value, body);
}

/**
 * Throws if the body can't be searched for secrets. An empty body, as some writes return, is fine.
 */
function redactedSuccess(op: Operation, status: number, body: Buffer, revealed?: string): Buffer {
  if (body.toString("latin1").trim() === "") return Buffer.alloc(0);
  try {
    const value = parse(body);
    const isFailure = findHiddenFailure(op, status, value) !== undefined;
    return isFailure ? redactedFailure(value, body) : toJson(omitSecrets(value, revealed));
  } catch {
    throw unreadable("not JSON");
  }
}

function redactedFailure(value: unknown, { length }: Buffer): Buffer {
  if (length > MAX_FAILURE_BYTES) throw unreadable("too large");
  try {
    return toJson(redactFailure(value));
  } catch {
    throw unreadable("too deep");
  }
}

function unreadable(cause: string): ProxyError {
  const message = "Plusofon gave an answer that can't be read.";
  return new ProxyError("upstream-unacceptable", message, { cause });
}

/** Browsers too skip a byte order mark before JSON. */
function parse(body: Buffer): unknown {
  return JSON.parse(body.toString("utf8").replace(/^\ufeff/, ""));
}

function toJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

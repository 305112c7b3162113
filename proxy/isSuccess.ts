import { findHiddenFailure } from "#api/hiddenFailure.ts";
import type { Operation } from "#api/operation.ts";
import { parseResponse } from "#api/parseResponse.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** Whether the browser would read an answer as a success: 200, and JSON of the declared shape. */
export function isSuccess(op: Operation, { status, body }: UpstreamResponse): boolean {
  if (status !== 200) return false;
  try {
    const read: unknown = JSON.parse(body.toString("utf8"));
    const isHiddenFailure = findHiddenFailure(op, status, read) !== undefined;
    return !isHiddenFailure && "data" in parseResponse(op, read);
  } catch {
    return false;
  }
}

import { findHiddenFailure } from "#api/hiddenFailure.ts";
import type { Operation } from "#api/operation.ts";
import { parseResponse } from "#api/parseResponse.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** Whether the app would accept a response as a success: 200, and JSON of the declared shape. */
export function isSuccess(op: Operation, { status, body }: UpstreamResponse): boolean {
  if (status !== 200) return false;
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    const isHiddenFailure = findHiddenFailure(op, status, json) !== undefined;
    return !isHiddenFailure && "data" in parseResponse(op, json);
  } catch {
    return false;
  }
}

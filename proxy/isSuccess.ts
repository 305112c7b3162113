import { hiddenFailureOf } from "#api/hiddenFailure.ts";
import type { Operation } from "#api/operation.ts";
import { readAnswer } from "#api/readAnswer.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** Whether the browser would read an answer as a success: 200, and JSON of the declared shape. */
export function isSuccess(op: Operation, { status, body }: UpstreamResponse): boolean {
  if (status !== 200) return false;
  try {
    const read: unknown = JSON.parse(body.toString("utf8"));
    const isHiddenFailure = hiddenFailureOf(op, status, read) !== undefined;
    return !isHiddenFailure && "data" in readAnswer(op, read);
  } catch {
    return false;
  }
}

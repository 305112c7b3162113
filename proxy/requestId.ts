import { randomBytes } from "node:crypto";

/** Of this process alone, so that the ids of two do not meet in one log. */
const PROCESS = randomBytes(4).toString("hex");
let count = 0;

/**
 * Names a request in the log and in its answer's `X-Request-Id`. One that it brings along is kept
 * when it is hexadecimal (nginx's `$request_id`, a UUID), so that a front's log and ours agree;
 * whatever else stands there may be somebody's words and is not looked at.
 */
export function requestIdOf(given: string | string[] | undefined): string {
  if (typeof given === "string" && /^[\da-f][\da-f-]{15,63}$/i.test(given)) return given;
  count = (count + 1) % 0x1_0000_0000;
  return PROCESS + count.toString(16).padStart(8, "0");
}

import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Taker } from "./taker.ts";

/** As much of an `AbortSignal` as is needed; a real one costs more than all else that is made. */
export interface Leaving {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** The browser's request as the proxy looks at it. */
export interface Incoming {
  method: string;
  /** The path exactly as it came over the wire: not decoded, dots not resolved. */
  rawPath: string;
  /** What follows the first `?`, raw. */
  rawQuery: string;
  /** By name in lower case; one that came twice is joined by commas, or its first counts. */
  headers: IncomingHttpHeaders;
  /** Reads the whole body; fails with `RangeError` as soon as it is larger than `limit` bytes. */
  body(limit: number, taker: Taker<Buffer>): void;
  /** Aborted when the browser goes away. */
  signal: Leaving;
}

/** Node's own request, of which nothing was normalised. */
export function incomingOf(message: IncomingMessage, signal: Leaving): Incoming {
  const { url = "", method = "", headers } = message;
  const at = url.indexOf("?");
  return {
    method,
    rawPath: at === -1 ? url : url.slice(0, at),
    rawQuery: at === -1 ? "" : url.slice(at + 1),
    headers,
    body: (limit, taker) => bytesOf(message, Number(headers["content-length"]), limit, taker),
    signal,
  };
}

/**
 * Events and not an iterator, which takes as long as all the checks together. Where it is known
 * how many bytes come, the last of them is the end: Node says so one turn later.
 */
function bytesOf(
  message: IncomingMessage,
  announced: number,
  limit: number,
  taker: Taker<Buffer>,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  let isOver = false;
  const end = (error?: Error) => {
    if (isOver) return;
    isOver = true;
    if (error === undefined) taker.take(joined(chunks));
    else taker.fail(error);
  };
  message.on("data", (chunk: Buffer) => {
    // What still comes of one that is too large is read and forgotten.
    if (isOver) return;
    size += chunk.length;
    chunks.push(chunk);
    if (size > limit) end(new RangeError("too large"));
    else if (size === announced) end();
  });
  message.on("end", () => end());
  // The browser left: of the body there is no end, and nobody hears what this says. After an end
  // no error is made for nothing: that takes longer than all the rest here.
  message.on("close", () => {
    if (!isOver) end(new Error("closed"));
  });
}

/** Chunks as one buffer, without a copy where there is but one. */
export function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

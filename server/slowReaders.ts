import type { RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

export interface ReaderLimits {
  /** Milliseconds from a request to the last byte of its answer. */
  totalMs: number;
  /** Bytes of answers, of all clients together, that wait to be read. */
  unreadBytes: number;
  /** Requests of one connection that wait for their answer: no browser has more than one. */
  pipelined: number;
  /** Milliseconds from one look at the clients to the next. */
  everyMs: number;
}

export const READER_LIMITS: ReaderLimits = {
  // Half of it is what sending the request may take; the other half reads 300 kB at 7 kB/s.
  totalMs: 90_000,
  unreadBytes: 64 * 1024 * 1024,
  pipelined: 16,
  everyMs: 500,
};

/**
 * Ends connections whose client does not read its answers, or so slowly that they fill the memory:
 * of those the ones with the most unread. A client that reads nothing at all is ended earlier by
 * the server's own time limit.
 */
export function withoutSlowReaders(
  listener: RequestListener,
  limits: ReaderLimits = READER_LIMITS,
): RequestListener {
  const since = new Map<ServerResponse, number>();
  const pipelined = new Map<Socket, number>();

  const look = () => {
    const now = performance.now();
    for (const [response, startedAt] of since) {
      if (now - startedAt > limits.totalMs) response.req.socket.destroy();
    }
    endLargest([...since.keys()], limits.unreadBytes);
  };
  setInterval(look, limits.everyMs).unref();

  return (request, response) => {
    const { socket } = request;
    const count = (pipelined.get(socket) ?? 0) + 1;
    if (count > limits.pipelined) socket.destroy();
    // Also of what still comes out of the same piece.
    if (socket.destroyed) return;
    pipelined.set(socket, count);
    since.set(response, performance.now());
    response.once("close", () => {
      since.delete(response);
      const left = (pipelined.get(socket) ?? 1) - 1;
      if (left > 0) pipelined.set(socket, left);
      else pipelined.delete(socket);
    });
    listener(request, response);
  };
}

/** Ends the connections with the most unread bytes until no more than `limit` are left. */
function endLargest(responses: ServerResponse[], limit: number): void {
  const unread = responses.map((response) => ({ response, bytes: response.writableLength }));
  let total = unread.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { response, bytes } of unread.sort((a, b) => b.bytes - a.bytes)) {
    if (total <= limit) return;
    response.req.socket.destroy();
    total -= bytes;
  }
}

import type { RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

export interface ReaderLimits {
  /** Milliseconds from a request to the last byte of its response. */
  totalMs: number;
  /** Total bytes of responses waiting to be read by all clients. */
  unreadBytes: number;
  /** Pending requests of one connection: browsers send only one at a time. */
  pipelined: number;
  /** Milliseconds between two checks. */
  intervalMs: number;
}

export const READER_LIMITS: ReaderLimits = {
  // Half of it for sending the request; the other half reads 300 kB at 7 kB/s.
  totalMs: 90_000,
  unreadBytes: 64 * 1024 * 1024,
  pipelined: 16,
  intervalMs: 500,
};

/**
 * Closes connections of clients that do not read their responses, or so slowly that these fill the
 * memory: first those with the most unread bytes. A client that reads nothing at all is closed
 * earlier by the server's own timeout.
 */
export function withoutSlowReaders(
  listener: RequestListener,
  limits: ReaderLimits = READER_LIMITS,
): RequestListener {
  const startTimes = new Map<ServerResponse, number>();
  const pipelined = new Map<Socket, number>();

  const check = () => {
    const now = performance.now();
    for (const [response, startedAt] of startTimes) {
      if (now - startedAt > limits.totalMs) response.req.socket.destroy();
    }
    closeLargest([...startTimes.keys()], limits.unreadBytes);
  };
  setInterval(check, limits.intervalMs).unref();

  return (request, response) => {
    const { socket } = request;
    const count = (pipelined.get(socket) ?? 0) + 1;
    if (count > limits.pipelined) socket.destroy();
    // Also drops the requests that were sent in the same chunk.
    if (socket.destroyed) return;
    pipelined.set(socket, count);
    startTimes.set(response, performance.now());
    response.once("close", () => {
      startTimes.delete(response);
      const left = (pipelined.get(socket) ?? 1) - 1;
      if (left > 0) pipelined.set(socket, left);
      else pipelined.delete(socket);
    });
    listener(request, response);
  };
}

/** Closes the connections with the most unread bytes until at most `limit` are left. */
function closeLargest(responses: ServerResponse[], limit: number): void {
  const unread = responses.map((response) => ({ response, bytes: response.writableLength }));
  let total = unread.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { response, bytes } of unread.sort((a, b) => b.bytes - a.bytes)) {
    if (total <= limit) return;
    response.req.socket.destroy();
    total -= bytes;
  }
}

import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

const SECOND_MS = 1000;
/** Seconds after close in which a client may still send its body or read its response. */
const GRACE_S = 3;

export interface GracefulClose {
  /** Number of requests in flight. */
  requestsInFlight: () => number;
  /** Accepts no new connections, finishes all requests, and resolves when no connection is open. */
  close: () => Promise<void>;
}

/**
 * Closes a server without losing a request. Node's own `close` shuts every idle connection at once,
 * even if its next request is on its way. Here idle connections stay open for a second, and every
 * response tells its client that the connection will close.
 */
export function gracefulClose(server: Server): GracefulClose {
  const sockets = new Set<Socket>();
  const responses = new Set<ServerResponse>();
  let isClosing = false;
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_, response: ServerResponse) => {
    responses.add(response);
    response.once("close", () => responses.delete(response));
    if (isClosing) setConnectionClose(response);
  });

  const destroySocketsExcept = (keep: (response: ServerResponse) => boolean) => {
    const keptSockets = new Set([...responses].filter(keep).map(({ req }) => req.socket));
    for (const socket of sockets) if (!keptSockets.has(socket)) socket.destroy();
  };
  const close = () =>
    new Promise<void>((resolve, reject) => {
      isClosing = true;
      for (const response of responses) setConnectionClose(response);
      let seconds = 0;
      const timer = setInterval(() => {
        seconds++;
        // First connections without a request, later also those that wait for their client.
        destroySocketsExcept(seconds < GRACE_S ? () => true : isResponsePending);
      }, SECOND_MS);
      const onClosed = (error?: Error) => {
        clearInterval(timer);
        if (error === undefined) resolve();
        else reject(error);
      };
      // After `setImmediate`, pending connections have been accepted. Not the server's own `close`:
      // see above.
      setImmediate(() => NetServer.prototype.close.call(server, onClosed));
    });
  return { requestsInFlight: () => responses.size, close };
}

/** Whether the client has sent its whole request and has no response yet. */
function isResponsePending({ req, writableEnded }: ServerResponse): boolean {
  return req.complete && !writableEnded;
}

/** Tells the client that the connection closes after this response. */
function setConnectionClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

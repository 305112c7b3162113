import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

const SECOND_MS = 1000;
/** Seconds for which a client that is told to stop may still send its body or read its answer. */
const PATIENCE_S = 3;

export interface GracefulClose {
  /** Requests not yet answered. */
  underWay: () => number;
  /** Takes no new connection, answers all that was sent, and ends when nothing is open. */
  close: () => Promise<void>;
}

/**
 * Lets a server end without losing a request. Node's own `close` shuts every idle connection at
 * once, also one whose next request is on its way that very moment. Here those stay for a second,
 * and every answer tells its browser that the connection ends with it.
 */
export function gracefulClose(server: Server): GracefulClose {
  const sockets = new Set<Socket>();
  const open = new Set<ServerResponse>();
  let isClosing = false;
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_, response: ServerResponse) => {
    open.add(response);
    response.once("close", () => open.delete(response));
    if (isClosing) endsWith(response);
  });

  const destroyAllBut = (isKept: (response: ServerResponse) => boolean) => {
    const kept = new Set([...open].filter(isKept).map(({ req }) => req.socket));
    for (const socket of sockets) if (!kept.has(socket)) socket.destroy();
  };
  const close = () =>
    new Promise<void>((resolve, reject) => {
      isClosing = true;
      for (const response of open) endsWith(response);
      let seconds = 0;
      const timer = setInterval(() => {
        seconds++;
        // First those without a whole request, later those for whose client we wait.
        destroyAllBut(seconds < PATIENCE_S ? () => true : isOurTurn);
      }, SECOND_MS);
      const closed = (error?: Error) => {
        clearInterval(timer);
        if (error === undefined) resolve();
        else reject(error);
      };
      // Those that wait to be accepted are taken in first. Not the server's own `close`: see above.
      setImmediate(() => NetServer.prototype.close.call(server, closed));
    });
  return { underWay: () => open.size, close };
}

/** Whether the client has sent all of its request and has no answer yet. */
function isOurTurn({ req, writableEnded }: ServerResponse): boolean {
  return req.complete && !writableEnded;
}

/** Tells the browser that its connection ends with this answer. */
function endsWith(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/** Milliseconds for which connections without a request are still listened to. */
const IDLE_GRACE_MS = 1000;

export interface GracefulClose {
  /** Requests not yet answered. */
  underWay: () => number;
  /** Takes no new connection, answers all that was sent, and ends when nothing is open. */
  close: () => Promise<void>;
}

/**
 * Lets a server end without losing a request. Node's own `close` shuts every idle connection at
 * once, also one whose next request is on its way that very moment. Here those stay for a short
 * while, and every answer tells its browser that the connection ends with it.
 */
export function gracefulClose(server: Server): GracefulClose {
  const open = new Set<ServerResponse>();
  const silent = silentSockets(server);
  let state: "open" | "closing" | "grace is over" = "open";
  server.prependListener("request", (_, response: ServerResponse) => {
    open.add(response);
    response.on("close", () => {
      open.delete(response);
      // Begun before the end was known, it could not say so.
      if (state === "grace is over") server.closeIdleConnections();
    });
    if (state !== "open") endsWith(response);
  });
  const endGrace = () => {
    state = "grace is over";
    server.closeIdleConnections();
    // Node takes a connection that never asked for anything for a request that begins.
    for (const socket of silent()) socket.destroy();
  };
  const close = () =>
    new Promise<void>((resolve, reject) => {
      state = "closing";
      for (const response of open) endsWith(response);
      const grace = setTimeout(endGrace, IDLE_GRACE_MS);
      const closed = (error?: Error) => {
        clearTimeout(grace);
        if (error === undefined) resolve();
        else reject(error);
      };
      // Those that wait to be accepted are taken in first. Not the server's own `close`: see above.
      setImmediate(() => NetServer.prototype.close.call(server, closed));
    });
  return { underWay: () => open.size, close };
}

/** The connections over which nothing has come yet: browsers open some in advance. */
function silentSockets(server: Server): () => Socket[] {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return () => [...sockets].filter((socket) => socket.bytesRead === 0);
}

/** Tells the browser that its connection ends with this answer. */
function endsWith(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

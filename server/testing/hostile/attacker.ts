import { connect, type Socket } from "node:net";
import type { TestUpstream } from "#proxy/testing/upstream.ts";
import { isListed } from "./oracle.ts";
import type { Hostile } from "./request.ts";

export interface ExchangeResult {
  /** Everything received for the request, as Latin-1. */
  response: string;
  /** Whether the connection could still be used for another request. */
  isUsable: boolean;
}

/**
 * Sends requests over one connection for as long as the server keeps it open. Each is followed by a
 * plain request, which marks the end of the response and reveals what a hostile request leaves
 * behind on the connection.
 */
export function attacker(port: number, upstream: TestUpstream) {
  let socket: Socket | undefined;
  let count = 0;

  const open = (): Socket => {
    if (socket?.writable === true) return socket;
    const newSocket = connect({ port, host: "127.0.0.1", noDelay: true });
    // A reset counts as a close.
    newSocket.on("error", () => undefined);
    socket = newSocket;
    return newSocket;
  };

  const send = async (request: Hostile): Promise<ExchangeResult> => {
    const id = (0xabcdef * 2 ** 24 + count++).toString(16).padStart(16, "0");
    const outcome = await exchange(open(), request, id);
    // Waits for upstream requests that were in flight when the connection was closed.
    if (!outcome.isUsable && isListed(request)) await sendBarrier(upstream);
    return outcome;
  };
  return { send, close: () => socket?.destroy() };
}

const FINAL = '{"mode":"provider"}';

function exchange(socket: Socket, { bytes, isCut }: Hostile, id: string): Promise<ExchangeResult> {
  return new Promise((resolve) => {
    let response = "";
    const onData = (chunk: Buffer) => {
      response += chunk.toString("latin1");
      const at = response.endsWith(FINAL) ? response.lastIndexOf("HTTP/1.1 200 OK") : -1;
      if (at !== -1 && response.includes(`x-request-id: ${id}`, at)) {
        finish(response.slice(0, at), true);
      }
    };
    const onClose = () => finish(response, false);
    const finish = (all: string, isUsable: boolean) => {
      socket.off("data", onData).off("close", onClose);
      resolve({ response: all, isUsable });
    };
    socket.on("data", onData).on("close", onClose);
    const next = `GET /api/session HTTP/1.1\r\nHost: localhost\r\nX-Pult: 1\r\nX-Request-Id: ${id}\r\n\r\n`;
    if (isCut) socket.end(bytes, "latin1");
    else socket.write(bytes + next, "latin1");
  });
}

/** A request over a separate connection, which the upstream reads after all earlier ones. */
function sendBarrier(upstream: TestUpstream): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(upstream.port, "127.0.0.1", () => {
      socket.write("GET /barrier HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    });
    socket.on("data", () => undefined);
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
}

import { connect, type Socket } from "node:net";
import type { TestUpstream } from "#proxy/testing/upstream.ts";
import { isListed } from "./oracle.ts";
import type { Hostile } from "./request.ts";

export interface Outcome {
  /** All that came back for the request, as Latin-1. */
  answer: string;
  /** Whether the connection was still good for a request after it. */
  isUsable: boolean;
}

/**
 * Sends requests over one connection for as long as the server keeps it. Each is followed by a
 * plain one, so that it is known when all of it is answered, and what a hostile one leaves
 * behind on a connection shows.
 */
export function attacker(port: number, upstream: TestUpstream) {
  let socket: Socket | undefined;
  let count = 0;

  const open = (): Socket => {
    if (socket?.writable === true) return socket;
    const fresh = connect({ port, host: "127.0.0.1", noDelay: true });
    // A reset is an end like any other.
    fresh.on("error", () => undefined);
    socket = fresh;
    return fresh;
  };

  const send = async (request: Hostile): Promise<Outcome> => {
    const id = (0xabcdef * 2 ** 24 + count++).toString(16).padStart(16, "0");
    const outcome = await talk(open(), request, id);
    // Those that were on their way up when their browser was shut out are let in first.
    if (!outcome.isUsable && isListed(request)) await passThrough(upstream);
    return outcome;
  };
  return { send, close: () => socket?.destroy() };
}

const FINAL = '{"mode":"provider"}';

function talk(socket: Socket, { bytes, isCut }: Hostile, id: string): Promise<Outcome> {
  return new Promise((resolve) => {
    let answer = "";
    const listen = (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      const at = answer.endsWith(FINAL) ? answer.lastIndexOf("HTTP/1.1 200 OK") : -1;
      if (at !== -1 && answer.includes(`x-request-id: ${id}`, at)) end(answer.slice(0, at), true);
    };
    const closed = () => end(answer, false);
    const end = (all: string, isUsable: boolean) => {
      socket.off("data", listen).off("close", closed);
      resolve({ answer: all, isUsable });
    };
    socket.on("data", listen).on("close", closed);
    const next = `GET /api/session HTTP/1.1\r\nHost: localhost\r\nX-Pult: 1\r\nX-Request-Id: ${id}\r\n\r\n`;
    if (isCut) socket.end(bytes, "latin1");
    else socket.write(bytes + next, "latin1");
  });
}

/** A call over a connection of its own, which is accepted and read after all that came before. */
function passThrough(upstream: TestUpstream): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(upstream.port, "127.0.0.1", () => {
      socket.write("GET /barrier HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    });
    socket.on("data", () => undefined);
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
}

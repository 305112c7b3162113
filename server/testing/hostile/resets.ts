import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** How far a connection gets before it breaks. */
export interface Breaking {
  name: string;
  /** What is sent, piece by piece; each piece after an answer to the one before. */
  sends: string[];
  /** Whether it breaks without waiting for what the last piece brings. */
  isImpatient?: boolean;
}

const OWN = "Host: localhost\r\nX-Pult: 1\r\n";
const JSON_TYPE = "Content-Type: application/json\r\n";
const UPGRADE = "Connection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";
const SOCKET = `${UPGRADE}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n`;
const session = `GET /api/session HTTP/1.1\r\n${OWN}\r\n`;
/** Its answer is one that a socket does not take in one go. */
const LARGE = `GET /api/v1/sip/7 HTTP/1.1\r\n${OWN}\r\n`;
const SMALL = LARGE.replace("/7", "/8");
const put = (lines: string, body: string) =>
  `PUT /api/v1/sip/7 HTTP/1.1\r\n${OWN}${lines}\r\n${body}`;

/** What is sent first, before the connection breaks. */
const BEGINNINGS: Record<string, string> = {
  "before the request": "",
  "within the request line": "GET /api/sess",
  "within the headers": `GET /api/session HTTP/1.1\r\n${OWN}X-Long: ${"a".repeat(9000)}`,
  "within a body of known length": put(`${JSON_TYPE}Content-Length: 999\r\n`, '{"name":'),
  "within a chunk": put(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, "fff\r\n{"),
  "between chunks": put(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, '5\r\n{"a":\r\n'),
  "within a body that nobody reads": `POST /sip HTTP/1.1\r\n${OWN}Content-Length: 999999\r\n\r\na`,
  "before the upstream's answer": LARGE,
  "with many requests in one piece": SMALL.repeat(12),
  "with a request after a bad one": `GET\r\n\r\n${session}`,
};

/** What is answered before the connection breaks. */
const ANSWERED: Record<string, string> = {
  "a call": session,
  "a large answer": LARGE,
  "a page": `GET / HTTP/1.1\r\n${OWN}\r\n`,
  "the head of a page": `HEAD / HTTP/1.1\r\n${OWN}\r\n`,
  "a refusal": "GET /api/nothing HTTP/1.1\r\nHost: evil\r\n\r\n",
  "a refusal of its body": put(`${JSON_TYPE}Content-Length: 999999\r\n`, "{"),
  "no HTTP": "hello\r\n\r\n",
  "HTTP/2 with its preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "headers that are too large": `GET / HTTP/1.1\r\n${OWN}X-Huge: ${"a".repeat(200_000)}\r\n\r\n`,
  "HTTP/2 by an upgrade": `GET / HTTP/1.1\r\n${OWN}${UPGRADE}Upgrade: h2c\r\n\r\n`,
  "HTTP/2 by an upgrade of a call": `GET /api/session HTTP/1.1\r\n${OWN}${UPGRADE}Upgrade: h2c\r\n\r\n`,
  "a websocket": `GET /api/session HTTP/1.1\r\n${OWN}${SOCKET}Upgrade: websocket\r\n\r\n\u0081\u0005hello`,
  "a tunnel": `CONNECT localhost:443 HTTP/1.1\r\n${OWN}\r\n`,
  "leave to send a body": put(`${JSON_TYPE}Content-Length: 9\r\nExpect: 100-continue\r\n`, ""),
  "an expectation that nobody knows": put(`${JSON_TYPE}Expect: 200-maybe\r\n`, ""),
};

const named = (record: Record<string, string>) => Object.entries(record);

/** Every state of a connection, on its first request and on its second. */
export const BREAKINGS: readonly Breaking[] = [
  ...named(BEGINNINGS).flatMap(([name, bytes]): Breaking[] => [
    { name, sends: [bytes], isImpatient: true },
    { name: `${name}, kept alive`, sends: [session, bytes], isImpatient: true },
  ]),
  ...named(ANSWERED).flatMap(([name, bytes]): Breaking[] => [
    { name: `while ${name} is asked for`, sends: [bytes], isImpatient: true },
    { name: `after ${name}`, sends: [bytes] },
    { name: `after ${name}, kept alive`, sends: [session, bytes] },
  ]),
];

/** How a connection ends: at once, or said to end and then reset all the same. */
export const ENDINGS: readonly ((socket: Socket) => void)[] = [
  (socket) => void socket.resetAndDestroy(),
  (socket) => void socket.end(() => socket.resetAndDestroy()),
  (socket) => void socket.destroy(),
];

/** Opens a connection and brings it into a state. The server may end it before. */
export async function reach(port: number, { sends, isImpatient }: Breaking): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  for (const [at, bytes] of sends.entries()) {
    if (socket.destroyed) break;
    socket.write(bytes, "latin1");
    if (isImpatient === true && at === sends.length - 1) break;
    await firstOf(socket);
  }
  return socket;
}

/** Something came, or the server ended the connection. No more is read. */
function firstOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const heard = () => {
      socket.off("readable", heard).off("close", heard);
      if (!socket.destroyed) socket.read();
      resolve();
    };
    socket.on("readable", heard).on("close", heard);
  });
}

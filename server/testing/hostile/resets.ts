import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** How far a connection gets before it breaks. */
export interface ConnectionState {
  name: string;
  /** What is sent, in parts; each part after the response to the one before. */
  sends: string[];
  /** Whether it breaks without waiting for the response to the last part. */
  breaksEarly?: boolean;
}

const OWN = "Host: localhost\r\nX-Pult: 1\r\n";
const JSON_TYPE = "Content-Type: application/json\r\n";
const UPGRADE = "Connection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";
const SOCKET = `${UPGRADE}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n`;
const session = `GET /api/session HTTP/1.1\r\n${OWN}\r\n`;
/** Its response is larger than a socket buffer. */
const LARGE = `GET /api/v1/sip/7 HTTP/1.1\r\n${OWN}\r\n`;
const SMALL = LARGE.replace("/7", "/8");
const put = (lines: string, body: string) =>
  `PUT /api/v1/sip/7 HTTP/1.1\r\n${OWN}${lines}\r\n${body}`;

/** What is sent before the connection breaks. */
const BEFORE_RESPONSE: Record<string, string> = {
  "before the request": "",
  "within the request line": "GET /api/sess",
  "within the headers": `GET /api/session HTTP/1.1\r\n${OWN}X-Long: ${"a".repeat(9000)}`,
  "within a body of known length": put(`${JSON_TYPE}Content-Length: 999\r\n`, '{"name":'),
  "within a chunk": put(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, "fff\r\n{"),
  "between chunks": put(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, '5\r\n{"a":\r\n'),
  "within a body that is not read": `POST /sip HTTP/1.1\r\n${OWN}Content-Length: 999999\r\n\r\na`,
  "before the upstream's response": LARGE,
  "with many pipelined requests": SMALL.repeat(12),
  "with a request after a bad one": `GET\r\n\r\n${session}`,
};

/** Requests whose response begins before the connection breaks. */
const WITH_RESPONSE: Record<string, string> = {
  "an API response": session,
  "a large response": LARGE,
  "a page": `GET / HTTP/1.1\r\n${OWN}\r\n`,
  "the head of a page": `HEAD / HTTP/1.1\r\n${OWN}\r\n`,
  "an error response": "GET /api/nothing HTTP/1.1\r\nHost: evil\r\n\r\n",
  "an error response to its body": put(`${JSON_TYPE}Content-Length: 999999\r\n`, "{"),
  "a response to data that is not HTTP": "hello\r\n\r\n",
  "HTTP/2 with its preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "headers that are too large": `GET / HTTP/1.1\r\n${OWN}X-Huge: ${"a".repeat(200_000)}\r\n\r\n`,
  "an HTTP/2 upgrade": `GET / HTTP/1.1\r\n${OWN}${UPGRADE}Upgrade: h2c\r\n\r\n`,
  "an HTTP/2 upgrade of an API request": `GET /api/session HTTP/1.1\r\n${OWN}${UPGRADE}Upgrade: h2c\r\n\r\n`,
  "a websocket": `GET /api/session HTTP/1.1\r\n${OWN}${SOCKET}Upgrade: websocket\r\n\r\n\u0081\u0005hello`,
  "a tunnel": `CONNECT localhost:443 HTTP/1.1\r\n${OWN}\r\n`,
  "a 100 Continue": put(`${JSON_TYPE}Content-Length: 9\r\nExpect: 100-continue\r\n`, ""),
  "an unknown expectation": put(`${JSON_TYPE}Expect: 200-maybe\r\n`, ""),
};

const entries = (record: Record<string, string>) => Object.entries(record);

/** Every state of a connection, on its first request and on its second. */
export const CONNECTION_STATES: readonly ConnectionState[] = [
  ...entries(BEFORE_RESPONSE).flatMap(([name, bytes]): ConnectionState[] => [
    { name, sends: [bytes], breaksEarly: true },
    { name: `${name}, kept alive`, sends: [session, bytes], breaksEarly: true },
  ]),
  ...entries(WITH_RESPONSE).flatMap(([name, bytes]): ConnectionState[] => [
    { name: `while waiting for ${name}`, sends: [bytes], breaksEarly: true },
    { name: `after ${name}`, sends: [bytes] },
    { name: `after ${name}, kept alive`, sends: [session, bytes] },
  ]),
];

/** How a connection ends: reset at once, closed and then reset, or destroyed. */
export const ENDINGS: readonly ((socket: Socket) => void)[] = [
  (socket) => void socket.resetAndDestroy(),
  (socket) => void socket.end(() => socket.resetAndDestroy()),
  (socket) => void socket.destroy(),
];

/** Opens a connection and brings it into a state. The server may close it earlier. */
export async function reachState(
  port: number,
  { sends, breaksEarly }: ConnectionState,
): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  for (const [at, bytes] of sends.entries()) {
    if (socket.destroyed) break;
    socket.write(bytes, "latin1");
    if (breaksEarly === true && at === sends.length - 1) break;
    await firstEvent(socket);
  }
  return socket;
}

/** Resolves when data arrives or the server closes the connection; nothing more is read. */
function firstEvent(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const onEvent = () => {
      socket.off("readable", onEvent).off("close", onEvent);
      if (!socket.destroyed) socket.read();
      resolve();
    };
    socket.on("readable", onEvent).on("close", onEvent);
  });
}

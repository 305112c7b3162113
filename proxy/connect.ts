import dns, { type LookupAddress } from "node:dns";
import { connect, type Socket } from "node:net";
import { callbackify, promisify } from "node:util";
import { buildConnector } from "undici";

/** Milliseconds for which the next address waits for the one before (RFC 8305). */
const HEAD_START_MS = 250;

/**
 * Opens connections for undici. Node's own choice among a name's addresses gives one up for good
 * when the next is tried: where IPv4 is slow and IPv6 leads nowhere, none answers.
 */
export function connector(options: { timeout: number; ca?: string[] }): buildConnector.connector {
  const secure = buildConnector(options);
  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === "https:" ? 443 : 80);
    openAny(target.hostname, port, options.timeout, (error, socket) => {
      if (error !== null) callback(error, null);
      else if (target.protocol === "https:") secure({ ...target, httpSocket: socket }, callback);
      else callback(null, socket);
    });
  };
}

const openAny = callbackify(openFirst);

async function openFirst(hostname: string, port: number, timeout: number): Promise<Socket> {
  const found = await promisify(dns.lookup)(hostname, { all: true });
  const controller = new AbortController();
  const sockets: Socket[] = [];
  const openTo = (host: string) =>
    new Promise<Socket>((resolve, reject) => {
      controller.signal.throwIfAborted();
      const socket = connect({ host, port, noDelay: true, keepAlive: true });
      sockets.push(socket);
      socket.once("connect", () => resolve(socket));
      socket.once("error", reject);
    });
  const timedOut = Object.assign(new Error("timeout"), { code: "UND_ERR_CONNECT_TIMEOUT" });
  const late = after(timeout, timedOut).then((error) => Promise.reject(error));
  late.catch(() => undefined);
  try {
    const first = await Promise.race([firstOf(alternating(found), openTo), late]);
    sockets.splice(sockets.indexOf(first), 1);
    return first;
  } finally {
    controller.abort();
    for (const socket of sockets) socket.on("error", () => undefined).destroy();
  }
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => void setTimeout(resolve, ms, value).unref());
}

/** IPv4 and IPv6 in turns, beginning with what the system prefers. */
export function alternating(found: readonly LookupAddress[]): string[] {
  const preferred = found.filter(({ family }) => family === found[0]?.family);
  const others = found.filter(({ family }) => family !== found[0]?.family);
  return found
    .flatMap((_, at) => [preferred[at], others[at]])
    .flatMap((one) => (one === undefined ? [] : [one.address]));
}

/**
 * What the first address to answer gives. The next one is tried when those before it failed or
 * have had their head start; all tried before stay in the race. Fails as the first one did.
 */
export async function firstOf<T>(
  addresses: readonly string[],
  open: (address: string) => Promise<T>,
): Promise<T> {
  const attempts: Promise<T>[] = [];
  const won = (attempt: Promise<T>) => attempt.then(() => true);
  for (const address of addresses) {
    attempts.push(open(address));
    const rest = after(HEAD_START_MS, false);
    // oxlint-disable-next-line no-await-in-loop -- the wait is what gives the head start
    if (await Promise.race([Promise.any(attempts.map(won)), rest]).catch(() => false)) break;
  }
  try {
    return await Promise.any(attempts);
  } catch (error) {
    throw error instanceof AggregateError ? error.errors[0] : error;
  }
}

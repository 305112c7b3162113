import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, isIP, type Server } from "node:net";
import type { Duplex } from "node:stream";
import dns from "node:dns";
import { onTestFinished, vi } from "vitest";

const file = (name: string) => readFileSync(new URL(`tls/${name}`, import.meta.url), "utf8");

/** The certificate authority that signed the certificates of `startTls`. */
export const COMPANY_CA = file("ca.pem");

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Resolves host names that end with `.test` to the given addresses; others of them are unknown. */
export function resolveNames(names: Record<string, string[]>): void {
  const real = dns.lookup as Lookup;
  const lookup: Lookup = (name, options, callback) => {
    if (!name.endsWith(".test")) {
      real(name, options, callback);
      return;
    }
    const error = new Error(`getaddrinfo ENOTFOUND ${name}`);
    Object.assign(error, { code: "ENOTFOUND", syscall: "getaddrinfo" });
    const found = names[name]?.map((address) => ({ address, family: isIP(address) }));
    callback(found === undefined ? error : null, found);
  };
  const spy = vi.spyOn(dns, "lookup").mockImplementation(lookup as typeof dns.lookup);
  onTestFinished(() => spy.mockRestore());
}
type Lookup = (
  name: string,
  options: unknown,
  callback: (error: Error | null, found?: { address: string; family: number }[]) => void,
) => void;

/** A TLS provider whose certificate is signed by the corporate authority. */
export async function startTls(
  handler: RequestListener,
  certificate: "server" | "expired" = "server",
): Promise<number> {
  const options = { key: file("server.key"), cert: file(`${certificate}.pem`) };
  const server = createTlsServer(options, handler);
  const port = await listening(server);
  onTestFinished(() => server.closeAllConnections());
  return port;
}

/**
 * A corporate HTTP proxy that tunnels every CONNECT to `port` on this machine, or responds as
 * `refuse` does.
 */
export async function startTunnel(
  port: number,
  refuse?: (socket: Duplex, request: IncomingMessage) => void,
) {
  const connects: { target: string | undefined; login: string | undefined }[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on("connect", (request, socket) => {
    connects.push({ target: request.url, login: request.headers["proxy-authorization"] });
    sockets.add(socket.on("error", () => undefined));
    if (refuse !== undefined) {
      refuse(socket, request);
      return;
    }
    const target = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(target).pipe(socket);
    });
    sockets.add(target.on("error", () => socket.destroy()));
  });
  const ownPort = await listening(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return { url: `http://127.0.0.1:${ownPort}`, host: `127.0.0.1:${ownPort}`, connects };
}

import { createServer, type Server, type ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { serveApp } from "./appFiles.ts";
import { gracefulClose } from "./gracefulClose.ts";
import { toListener } from "#proxy/listener.ts";
import type { Log } from "#proxy/log.ts";
import { hostInAddress } from "#proxy/loopback.ts";
import { openProxy } from "./openProxy.ts";
import type { Settings } from "./settings.ts";
import { withoutSlowReaders } from "./slowReaders.ts";

export interface RunningServer {
  /** The app's address for a browser on this machine. */
  url: string;
  mode: "sandbox" | "provider";
  /** Number of requests in flight. */
  requestsInFlight(): number;
  /** Accepts no new connections, finishes all requests, then stops the sandbox. */
  close(): Promise<void>;
}

const OPTIONS: ServerOptions = {
  // A query may hold the logins of many external numbers, more than Node's default 16 KiB.
  maxHeaderSize: 128 * 1024,
  // Milliseconds for a whole request: enough for the largest body over a slow connection.
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the minute that nginx keeps a connection, so that none closes as nginx reuses it.
  keepAliveTimeout: 75_000,
};

/** Milliseconds without a byte in either direction while a request is in flight. */
const STALLED_MS = 20_000;
/** This many connections can take up some 200 MB of memory. */
const MAX_CONNECTIONS = 1_000;

/**
 * Serves the built app in `clientDir` and the proxy at the configured host and port. Rejects with
 * Node's error if it can't listen there.
 */
export async function startServer(
  settings: Settings,
  clientDir: string,
  log?: Log,
): Promise<RunningServer> {
  const { proxy, mode, close: closeProxy } = await openProxy(settings, log);
  const server = createServer(OPTIONS, withoutSlowReaders(toListener(proxy, settings.basePath)));
  // By default Node hides headers above a certain number, which could hide a second `Host`. Their
  // total size is limited anyway.
  server.maxHeadersCount = 0;
  server.timeout = STALLED_MS;
  server.maxConnections = MAX_CONNECTIONS;
  // Without listeners for "upgrade" and "connect" there is no raw socket to handle: Node treats an
  // upgrade as an ordinary request and closes the connection of a CONNECT.
  const graceful = gracefulClose(server);
  try {
    serveApp(proxy, clientDir, settings.basePath);
    const { port } = await listen(server, settings.host, settings.port);
    const url = `http://${hostInAddress(settings.host)}:${port}${settings.basePath}`;
    const close = async () => {
      await graceful.close();
      await closeProxy();
    };
    return { url, mode, requestsInFlight: graceful.requestsInFlight, close };
  } catch (error) {
    await closeProxy();
    throw error;
  }
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => resolve(server.address() as AddressInfo));
  });
}

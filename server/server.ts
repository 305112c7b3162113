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
  /** Where a browser on this machine opens the app. */
  url: string;
  mode: "sandbox" | "provider";
  /** Requests not yet answered. */
  underWay(): number;
  /** Takes no new connection, finishes what was asked, then stops the sandbox. */
  close(): Promise<void>;
}

const OPTIONS: ServerOptions = {
  // Names of many external numbers travel in a query, which Node's 16 KiB can't hold.
  maxHeaderSize: 128 * 1024,
  // Milliseconds for a whole request: the largest body over a poor line.
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the minute for which nginx keeps a connection: never closed as it is used again.
  keepAliveTimeout: 75_000,
};

/** Milliseconds without a byte in either direction while a request is under way. */
const STALLED_MS = 20_000;
/** So many hold what memory they can take within some 200 MB. */
const MAX_CONNECTIONS = 1_000;

/**
 * Serves the built app in `clientDir` and the proxy, at the settings' host and port. Rejects
 * with Node's own error when it can't listen there.
 */
export async function startServer(
  settings: Settings,
  clientDir: string,
  log?: Log,
): Promise<RunningServer> {
  const { proxy, mode, close: closeProxy } = await openProxy(settings, log);
  const server = createServer(OPTIONS, withoutSlowReaders(toListener(proxy, settings.basePath)));
  // Beyond a number Node hides headers from us: the second `Host`, say. Their size has a limit.
  server.maxHeadersCount = 0;
  server.timeout = STALLED_MS;
  server.maxConnections = MAX_CONNECTIONS;
  // No listener for "upgrade" or "connect", which would hand over a bare socket: so Node answers
  // the first as the ordinary request that it is as well, and ends the second.
  const graceful = gracefulClose(server);
  try {
    serveApp(proxy, clientDir, settings.basePath);
    const { port } = await listen(server, settings.host, settings.port);
    const url = `http://${hostInAddress(settings.host)}:${port}${settings.basePath}`;
    const close = async () => {
      await graceful.close();
      await closeProxy();
    };
    return { url, mode, underWay: graceful.underWay, close };
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

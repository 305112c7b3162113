import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { listenerOf } from "./listener.ts";
import { hostInAddress } from "./loopback.ts";
import { openProxy } from "./openProxy.ts";
import type { Settings } from "./settings.ts";
import { staticFiles } from "./staticFiles.ts";

export interface RunningServer {
  /** Where a browser on this machine opens the app. */
  url: string;
  mode: "sandbox" | "provider";
  /** Takes no new request, finishes those under way, then stops the sandbox. */
  close(): Promise<void>;
}

/** Names of many external numbers travel in a query, which Node's 16 KiB can't hold. */
const MAX_HEADER_BYTES = 128 * 1024;

/**
 * Serves the built app in `clientDir` and the proxy, at the settings' host and port. Rejects
 * with Node's own error when it can't listen there.
 */
export async function startServer(
  settings: Settings,
  clientDir: string,
  report: (line: string) => void,
): Promise<RunningServer> {
  const files = staticFiles(clientDir);
  const proxy = await openProxy(settings, report);
  proxy.app.all("*", files);
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, listenerOf(proxy.app));
  try {
    const { port } = await listen(server, settings.host, settings.port);
    const url = `http://${hostInAddress(settings.host)}:${port}`;
    const close = async () => {
      await stop(server);
      await proxy.close();
    };
    return { url, mode: proxy.mode, close };
  } catch (error) {
    await proxy.close();
    throw error;
  }
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => resolve(server.address() as AddressInfo));
  });
}

function stop(server: Server): Promise<void> {
  // A browser's open connection is not waited for once its request is answered.
  server.keepAliveTimeout = 1;
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
}

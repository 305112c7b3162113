import type { Hono } from "hono";
import { createProxy } from "./app.ts";
import { isLoopback } from "./loopback.ts";
import type { ProxyEnv } from "./incoming.ts";
import type { Settings } from "./settings.ts";

export interface OpenProxy {
  app: Hono<ProxyEnv>;
  mode: "sandbox" | "provider";
  /** Stops the sandbox, if this started one. */
  close(): Promise<void>;
}

/** The sandbox wants the provider's two headers too; any value will do. */
const SANDBOX_TOKEN = "sandbox";

/**
 * Makes the proxy that the settings ask for. Without a token it first starts the sandbox on a
 * free loopback port and talks to it over HTTP, just as it would to the provider.
 */
export async function openProxy(
  settings: Settings,
  report?: (line: string) => void,
): Promise<OpenProxy> {
  const { token, client, url: upstreamUrl } = settings;
  const hosts = {
    names: [settings.host, ...settings.allowedHosts],
    anyAddress: !isLoopback(settings.host),
  };
  const common = { client, report, hosts };
  if (token !== undefined) {
    const app = createProxy({ ...common, upstreamUrl, token });
    return { app, mode: "provider", close: async () => undefined };
  }
  // Loaded only when asked for: a server with a token carries no sandbox.
  const [{ startSandbox }, { createWorld }] = await Promise.all([
    import("#sandbox/server.ts"),
    import("#sandbox/world.ts"),
  ]);
  const world = createWorld({ ...settings.sandbox, live: true });
  const sandbox = await startSandbox({ port: 0, world });
  const sandboxUrl = sandbox.url;
  const app = createProxy({ ...common, upstreamUrl, sandboxUrl, token: SANDBOX_TOKEN });
  return { app, mode: "sandbox", close: () => sandbox.close() };
}

import { createProxy, type Proxy } from "#proxy/app.ts";
import { isLoopback } from "#proxy/loopback.ts";
import type { Log } from "#proxy/log.ts";
import type { Settings } from "./settings.ts";

export interface OpenProxy {
  proxy: Proxy;
  mode: "sandbox" | "provider";
  /** Stops the sandbox, if this started one. */
  close: () => Promise<void>;
}

/** The sandbox too requires the provider's two headers; any value will do. */
const SANDBOX_TOKEN = "sandbox";

/**
 * Creates the proxy from the settings. Without a token it first starts the sandbox on a free
 * loopback port and sends requests to it over HTTP, as to the provider.
 */
export async function openProxy(settings: Settings, log?: Log): Promise<OpenProxy> {
  const { token, client, url: upstreamUrl } = settings;
  const hosts = {
    names: [settings.host, ...settings.allowedHosts],
    anyAddress: !isLoopback(settings.host),
    pages: settings.allowedHosts,
  };
  const common = { client, log, hosts };
  if (token !== undefined) {
    const proxy = createProxy({ ...common, upstreamUrl, token, network: settings.network });
    return { proxy, mode: "provider", close: async () => undefined };
  }
  // Loaded on demand: a server with a token does not load the sandbox.
  const [{ startSandbox }, { createWorld }] = await Promise.all([
    import("#sandbox/server.ts"),
    import("#sandbox/world.ts"),
  ]);
  const world = createWorld({ ...settings.sandbox, live: true });
  const sandbox = await startSandbox({ port: 0, world });
  const sandboxUrl = sandbox.url;
  const proxy = createProxy({ ...common, upstreamUrl, sandboxUrl, token: SANDBOX_TOKEN });
  return { proxy, mode: "sandbox", close: () => sandbox.close() };
}

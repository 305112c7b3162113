import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";
import { isLoopback } from "./loopback.ts";

/** Outbound network settings of the requests to the provider. */
export interface Network {
  /** Corporate HTTP proxy, `http://user:password@proxy:3128`; a secret. */
  proxy?: string | undefined;
  /** Hosts reached without the proxy, in the format of `NO_PROXY`. */
  noProxy?: string | undefined;
  /** Certificates of all trusted authorities; Node's default list if undefined. */
  ca?: string[] | undefined;
}

interface Limits {
  /** Milliseconds to connect. */
  connectMs: number;
  /** Maximum size of an encoded response body, in bytes. */
  maxResponseBytes: number;
  /** Maximum number of connections; each carries one request at a time. */
  maxConnections: number;
  /** Resolves names in place of Node's own; not those that a corporate proxy resolves. */
  lookup?: LookupFunction;
}

/**
 * Connection timeout in milliseconds for each of a host's addresses but the last. Node's default of
 * 250 also gives up on an address that is merely slow, which leaves none where IPv6 is broken.
 */
const ADDRESS_MS = 2_000;

/** Creates the connection pool to `origin`, with or without keep-alive. */
export function dispatcherTo(
  origin: string,
  keepAlive: boolean,
  { connectMs, maxResponseBytes, maxConnections, lookup }: Limits,
  { proxy, noProxy = "", ca }: Network,
): Dispatcher {
  const tls = { timeout: connectMs, ...(ca === undefined ? {} : { ca }) };
  const connectOptions = {
    connect: lookup === undefined ? tls : { ...tls, lookup },
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_MS,
  };
  const options = {
    ...connectOptions,
    connections: maxConnections,
    // `withTimeout` limits the time of the whole request.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxResponseBytes,
    // 1 sends one request at a time, so that a broken connection fails only that one; 0 turns
    // keep-alive off.
    pipelining: keepAlive ? 1 : 0,
  };
  // Loopback hosts, such as the sandbox, are never reached through a proxy.
  if (proxy === undefined || isLoopback(new URL(origin).hostname)) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy: proxy,
    // Overrides the environment variable.
    httpProxy: "",
    noProxy,
    requestTls: tls,
    clientFactory: (url) => new ProxyPool(url, connectOptions),
  });
}

/**
 * Marks the error code of a failed connection to the proxy; undici would retry some of them
 * forever.
 */
class ProxyPool extends Pool {
  override connect(to: ConnectTo): Promise<Dispatcher.ConnectData>;
  override connect(to: ConnectTo, callback: ConnectCallback): void;
  override connect(to: ConnectTo, callback?: ConnectCallback) {
    if (callback !== undefined) return super.connect(to, callback);
    return super.connect(to).catch((error: Error & { code?: string }) => {
      throw Object.assign(error, { code: `PROXY_${error.code ?? error.name}` });
    });
  }
}
type ConnectTo = Parameters<Pool["connect"]>[0];
type ConnectCallback = (error: Error | null, data: Dispatcher.ConnectData) => void;

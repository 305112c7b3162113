import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";
import { isLoopback } from "./loopback.ts";

/** How this server reaches the provider. */
export interface Network {
  /** Proxy of a company's network, `http://user:password@proxy:3128`; a secret. */
  proxy?: string | undefined;
  /** Names that are reached without it, as `NO_PROXY` has them. */
  noProxy?: string | undefined;
  /** Certificates of all authorities that are trusted; Node's own unless given. */
  ca?: string[] | undefined;
}

interface Limits {
  /** Milliseconds to connect. */
  connectMs: number;
  /** Bytes of an answer's body as it comes. */
  answerBytes: number;
  /** Connections at one time; each carries one request at a time. */
  connections: number;
}

/**
 * Milliseconds for each of a name's addresses but the last. Node's own 250 give up one that is
 * only slow, and then none may be left: where IPv6 leads nowhere, say.
 */
const ADDRESS_MS = 2_000;

/** Connections to `origin`: kept for further requests, or a new one for each. */
export function dispatcherTo(
  origin: string,
  isKept: boolean,
  { connectMs, answerBytes, connections }: Limits,
  { proxy, noProxy = "", ca }: Network,
): Dispatcher {
  const tls = { timeout: connectMs, ...(ca === undefined ? {} : { ca }) };
  const connecting = {
    connect: tls,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_MS,
  };
  const options = {
    ...connecting,
    connections,
    // The time for the whole answer is counted where it is asked for.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: answerBytes,
    // More would let a second request share the fate of the first; 0 keeps no connection.
    pipelining: isKept ? 1 : 0,
  };
  // The sandbox, or whatever else is on this machine, is never asked for through a proxy.
  if (proxy === undefined || isLoopback(new URL(origin).hostname)) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy: proxy,
    // Not those of the environment.
    httpProxy: "",
    noProxy,
    requestTls: tls,
    clientFactory: (url) => new ProxyPool(url, connecting),
  });
}

/** Tells in an error's code that it was the proxy's; undici would try some of them for ever. */
class ProxyPool extends Pool {
  override connect(to: ConnectTo): Promise<Dispatcher.ConnectData>;
  override connect(to: ConnectTo, done: Connected): void;
  override connect(to: ConnectTo, done?: Connected) {
    if (done !== undefined) return super.connect(to, done);
    return super.connect(to).catch((error: Error & { code?: string }) => {
      throw Object.assign(error, { code: `PROXY_${error.code ?? error.name}` });
    });
  }
}
type ConnectTo = Parameters<Pool["connect"]>[0];
type Connected = (error: Error | null, data: Dispatcher.ConnectData) => void;

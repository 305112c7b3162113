import type { RequestListener } from "node:http";
import { Hono } from "hono";
import { type ApiContext, apiListener } from "./api.ts";
import { cleaner } from "./cleanBody.ts";
import type { Network } from "./dispatcher.ts";
import type { Credentials } from "./headers.ts";
import { knownHostOnly, type OwnHosts, ownHosts } from "./host.ts";
import type { Log } from "./log.ts";
import { ownOrigins } from "./origin.ts";
import { noRedactor, redactor } from "./redact.ts";
import { ProxyError } from "./proxyError.ts";
import { secureHeaders } from "./secureHeaders.ts";
import { createSharing } from "./sharing.ts";
import { createUpstream, LIMITS, type Limits } from "./upstream.ts";
import { withQueue } from "./upstreamQueue.ts";

export interface ProxyOptions extends Credentials {
  /** Where the provider's API is: `https://restapi.plusofon.ru`. */
  upstreamUrl: string;
  /** The sandbox's address; when given, the proxy is in sandbox mode and this is its upstream. */
  sandboxUrl?: string | undefined;
  /** The way to the provider: a company's proxy and authorities. */
  network?: Network | undefined;
  /** Under what the proxy may be called besides this machine's own names; nothing if left out. */
  hosts?: OwnHosts | undefined;
  /** Milliseconds and bytes; `LIMITS` where not told. */
  limits?: Partial<Limits>;
  /** Bytes of a request body; 256 KiB unless told. */
  maxBodyBytes?: number | undefined;
  /** Clock by which shared answers age, in milliseconds; `Date.now` unless told. */
  now?: (() => number) | undefined;
  /** Takes one entry about each call of the API; never holds a secret. */
  log?: Log | undefined;
}

export interface Proxy {
  /** Answers the calls of the API. */
  api: RequestListener;
  /** Answers all else; the app's pages are added to it. */
  pages: Hono;
}

/**
 * The proxy: lets exactly the declared operations through to the provider with the token
 * added, and answers everything else under `/api` itself, as `ProxyProblemBody`.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const hosts = options.hosts ?? { names: [], anyAddress: false };
  const isOwnHost = ownHosts(hosts);
  const context = { ...contextOf(options), isOwnHost, isOwnOrigin: ownOrigins(hosts.pages) };
  const pages = new Hono();
  pages.use(secureHeaders);
  pages.get("/healthz", (c) => c.json({ status: "ok" }));
  // What asks whether the server is alive knows its address only.
  pages.use(knownHostOnly(isOwnHost));
  // Spelled in a way that is the API's to a lenient reader only, `/%61pi`: no page either.
  pages.all("/api/*", () => new ProxyError("unknown-path", "There is no such path.").toResponse());
  pages.onError((error, c) =>
    error instanceof ProxyError
      ? error.toResponse()
      : // Nothing of the error itself: its text may quote what was sent.
        c.json({ message: "The proxy failed.", code: 500 }, 500),
  );
  return { api: apiListener(context), pages };
}

function contextOf(options: ProxyOptions): Omit<ApiContext, "isOwnHost" | "isOwnOrigin"> {
  const { token, client, sandboxUrl, upstreamUrl, maxBodyBytes } = options;
  const upstream = createUpstream(
    sandboxUrl ?? upstreamUrl,
    { ...LIMITS, ...options.limits },
    options.network,
  );
  const isSandbox = sandboxUrl !== undefined;
  return {
    credentials: { token, client },
    isSandbox,
    maxBodyBytes,
    clean: cleaner(isSandbox ? noRedactor : redactor(token)),
    sharing: createSharing(withQueue(upstream), options.now),
    log: options.log ?? (() => undefined),
  };
}

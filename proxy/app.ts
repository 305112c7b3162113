import { Hono, type MiddlewareHandler } from "hono";
import { accessLog } from "./accessLog.ts";
import { bodyRedactor } from "./redaction/body.ts";
import type { Network } from "./dispatcher.ts";
import { type ProxyContext, type ProxyEnv, rawPath } from "./env.ts";
import { forward, type ForwardOptions } from "./forward.ts";
import type { Credentials } from "./headers.ts";
import { knownHostOnly, type OwnHosts, ownHosts } from "./host.ts";
import type { Log } from "./log.ts";
import { ownOrigins, ownPageOnly } from "./origin.ts";
import { ProxyError, wrongMethod } from "./proxyError.ts";
import { clearLengthOnly } from "./readBody.ts";
import { noTokenRedactor, tokenRedactor } from "./redaction/token.ts";
import { forwardControl } from "./sandboxControl.ts";
import { apiHeaders, fileHeaders } from "./secureHeaders.ts";
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
  /** Milliseconds and bytes; `LIMITS` by default. */
  limits?: Partial<Limits>;
  /** Bytes of a request body; 256 KiB by default. */
  maxBodyBytes?: number | undefined;
  /** Clock by which shared answers age, in milliseconds; `Date.now` by default. */
  now?: (() => number) | undefined;
  /** Takes one entry about each call of the API; never holds a secret. */
  log?: Log | undefined;
}

export type Proxy = Hono<ProxyEnv>;

/** Whether real lines are managed or the built-in sandbox's. The body of `GET /api/session`. */
export interface Session {
  mode: "sandbox" | "provider";
}

/**
 * The proxy: lets exactly the declared operations through to the provider with the token
 * added, and answers everything else under `/api` itself, as `ProxyProblemBody`. What serves the
 * app's files is added to it.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const { hosts = { names: [], anyAddress: false }, log = () => undefined } = options;
  const forwarding = forwardOptions(options);
  const knownHost = knownHostOnly(ownHosts(hosts));
  const ownPage = ownPageOnly(ownOrigins(hosts.pages));
  const guards = [accessLog(log), apiHeaders, clearLengthOnly, knownHost, ownPage];

  const app: Proxy = new Hono<ProxyEnv>({ getPath: rawTarget });
  app.onError(answerError);
  for (const path of ["/api/*", "/__sandbox/*"]) app.use(path, ...guards);
  app.all("/api/session", (c) => answerSession(c, forwarding.isSandbox));
  app.all("/api/*", (c) => forward(c, forwarding));
  app.all("/__sandbox/*", (c) => forwardControl(c, forwarding));

  app.use(fileHeaders);
  // What asks whether the server is alive knows its address only.
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.use(knownHost, noApiInDisguise);
  return app;
}

/** Hono matches what was sent, never a normalised path. */
function rawTarget(_: Request, { env }: { env?: ProxyEnv["Bindings"] } = {}): string {
  return env === undefined ? "" : rawPath(env.incoming);
}

function forwardOptions(options: ProxyOptions): ForwardOptions {
  const { token, client, sandboxUrl, upstreamUrl, maxBodyBytes, limits, network } = options;
  const upstream = createUpstream(sandboxUrl ?? upstreamUrl, { ...LIMITS, ...limits }, network);
  const isSandbox = sandboxUrl !== undefined;
  return {
    credentials: { token, client },
    isSandbox,
    maxBodyBytes,
    redact: bodyRedactor(isSandbox ? noTokenRedactor : tokenRedactor(token)),
    upstream: withQueue(upstream),
    sharing: createSharing(options.now),
  };
}

function answerSession(c: ProxyContext, isSandbox: boolean): Response {
  c.set("operation", "GET /api/session");
  if (c.env.incoming.method !== "GET") throw wrongMethod(["GET"]);
  const session: Session = { mode: isSandbox ? "sandbox" : "provider" };
  return c.json(session, 200, { "cache-control": "no-store" });
}

function answerError(error: Error, c: ProxyContext): Response {
  if (error instanceof ProxyError) {
    c.set("problem", error.problem);
    c.set("reason", error.reason);
    return error.toResponse();
  }
  // Nothing of the error itself: its text may quote what was sent.
  c.set("problem", "proxy-failed");
  c.set("reason", error.name);
  return c.json({ message: "The proxy failed.", code: 500 }, 500);
}

/** Refuses (404) a path that is the API's to a lenient reader only, `/%61pi`: no page either. */
const noApiInDisguise: MiddlewareHandler<ProxyEnv> = async (c, next) => {
  const { pathname } = new URL(c.req.url);
  if (!/^\/(api|__sandbox)(\/|$)/.test(tryDecode(pathname))) return next();
  throw new ProxyError("unknown-path", "There is no such path.");
};

function tryDecode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

import { Hono, type MiddlewareHandler } from "hono";
import { accessLog } from "./accessLog.ts";
import { bodyRedactor } from "./redaction/body.ts";
import type { SessionLogin } from "#api/login.ts";
import type { Network } from "./dispatcher.ts";
import { type ProxyContext, type ProxyEnv, rawPath } from "./env.ts";
import { forward, type ForwardOptions } from "./forward.ts";
import type { Credentials } from "./headers.ts";
import { allowedHostsOnly, type AllowedHosts, createHostCheck } from "./host.ts";
import type { Log } from "./log.ts";
import { createOriginCheck, sameOriginOnly } from "./origin.ts";
import { ProxyError, wrongMethod } from "./proxyError.ts";
import { rejectUnclearLength } from "./readBody.ts";
import { noTokenRedactor, tokenRedactor } from "./redaction/token.ts";
import { forwardControl } from "./sandboxControl.ts";
import { apiHeaders, fileHeaders } from "./secureHeaders.ts";
import { createSharing } from "./sharing.ts";
import { createUpstream, LIMITS, type Limits } from "./upstream.ts";
import type { AroundWrite, Authorize } from "./write.ts";
import { withQueue } from "./upstreamQueue.ts";

export interface ProxyOptions extends Credentials {
  /** Where the provider's API is: `https://restapi.plusofon.ru`. */
  upstreamUrl: string;
  /** The sandbox's address; when given, the proxy is in sandbox mode and this is its upstream. */
  sandboxUrl?: string | undefined;
  /** Outbound network settings: HTTP proxy and certificate authorities. */
  network?: Network | undefined;
  /** Host names the proxy accepts besides loopback ones; none by default. */
  hosts?: AllowedHosts | undefined;
  /** Milliseconds and bytes; `LIMITS` by default. */
  limits?: Partial<Limits>;
  /** Maximum request body, in bytes; 256 KiB by default. */
  maxBodyBytes?: number | undefined;
  /** Clock that shared responses age by, in milliseconds; `Date.now` by default. */
  now?: (() => number) | undefined;
  /** Receives one entry per API request; never a secret. */
  log?: Log | undefined;
  /** Why the store does not work; undefined while it does. */
  storeProblem?: (() => string | undefined) | undefined;
  /** Decides on each call of an operation; all may pass by default. */
  authorize?: Authorize | undefined;
  /** Runs around each write; the journal. */
  aroundWrite?: AroundWrite | undefined;
  /** Called when an office of the sandbox (null is the default one) starts over. */
  onSandboxReset?: ((office: string | null) => void) | undefined;
  /** Adds Pult's own operations, behind the same checks as the provider's. */
  addRoutes?: ((app: Proxy) => void) | undefined;
  /** Adds routes that other sites may send a browser to: behind the check of the host alone. */
  addOpenRoutes?: ((app: Proxy) => void) | undefined;
  /** Made of these options already; made by the proxy itself by default. */
  forwarding?: ForwardOptions | undefined;
  /** Who is signed in; nobody signs in by default. */
  describeLogin?: ((c: ProxyContext) => Promise<SessionLogin>) | undefined;
}

export type Proxy = Hono<ProxyEnv>;

/** Whether the app manages real lines or the built-in sandbox. The body of `GET /api/session`. */
export interface Session {
  mode: "sandbox" | "provider";
  /** Absent where nobody signs in. */
  login?: SessionLogin;
}

/**
 * The proxy: forwards only declared operations to the provider, with the token added, and answers
 * everything else under `/api` itself, as `ProxyProblemBody`. The caller adds the routes that serve
 * the app's files.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const { hosts = { names: [], anyAddress: false }, log = () => undefined } = options;
  const { forwarding = createForwarding(options) } = options;
  const allowedHosts = allowedHostsOnly(createHostCheck(hosts));
  const sameOrigin = sameOriginOnly(createOriginCheck(hosts.pages));
  const guards = [accessLog(log), apiHeaders, rejectUnclearLength, allowedHosts, sameOrigin];

  const app: Proxy = new Hono<ProxyEnv>({ getPath: rawTarget });
  app.onError(toErrorResponse);
  for (const path of ["/api/*", "/__sandbox/*"]) app.use(path, ...guards);
  app.all("/api/session", (c) => respondToSession(c, options));
  options.addRoutes?.(app);
  app.all("/api/*", (c) => forward(c, forwarding));
  app.all("/__sandbox/*", (c) => forwardControl(c, forwarding));

  app.use(fileHeaders);
  // Before the host check: health checks use the server's IP address.
  app.get("/healthz", (c) => {
    const store = options.storeProblem?.();
    return c.json(store === undefined ? { status: "ok" } : { status: "degraded", store });
  });
  app.use(allowedHosts, rejectDisguisedApiPaths);
  options.addOpenRoutes?.(app);
  return app;
}

/** Makes Hono route by the raw request target, never a normalised path. */
function rawTarget(_: Request, { env }: { env?: ProxyEnv["Bindings"] } = {}): string {
  return env === undefined ? "" : rawPath(env.incoming);
}

/** What forwards the calls of viewers, for a server that reads with them (`readForServer.ts`). */
export function createForwarding(options: ProxyOptions): ForwardOptions {
  const { token, client, sandboxUrl, upstreamUrl, maxBodyBytes, limits, network } = options;
  const { authorize, aroundWrite, onSandboxReset } = options;
  const upstream = createUpstream(sandboxUrl ?? upstreamUrl, { ...LIMITS, ...limits }, network);
  const isSandbox = sandboxUrl !== undefined;
  return {
    credentials: { token, client },
    isSandbox,
    maxBodyBytes,
    redact: bodyRedactor(isSandbox ? noTokenRedactor : tokenRedactor(token)),
    upstream: withQueue(upstream),
    sharing: createSharing(options.now),
    authorize,
    aroundWrite,
    onSandboxReset,
  };
}

async function respondToSession(
  c: ProxyContext,
  { sandboxUrl, describeLogin }: ProxyOptions,
): Promise<Response> {
  c.set("operation", "GET /api/session");
  if (c.env.incoming.method !== "GET") throw wrongMethod(["GET"]);
  const login = await describeLogin?.(c);
  const session: Session = {
    mode: sandboxUrl === undefined ? "provider" : "sandbox",
    ...(login === undefined ? {} : { login }),
  };
  return c.json(session, 200, { "cache-control": "no-store" });
}

function toErrorResponse(error: Error, c: ProxyContext): Response {
  if (error instanceof ProxyError) {
    c.set("problem", error.problem);
    c.set("reason", error.reason);
    return error.toResponse();
  }
  // Log the error's name only: its message may quote the request.
  c.set("problem", "proxy-failed");
  c.set("reason", error.name);
  return c.json({ message: "The proxy failed.", code: 500 }, 500);
}

/**
 * Responds 404 to a path that only a lenient parser reads as an API path, such as `/%61pi`, instead
 * of serving the app's page.
 */
const rejectDisguisedApiPaths: MiddlewareHandler<ProxyEnv> = async (c, next) => {
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

import { Hono } from "hono";
import { secureHeaders } from "./secureHeaders.ts";
import { forward, type ForwardContext, nameOf } from "./forward.ts";
import type { Credentials } from "./headers.ts";
import { knownHostOnly, type OwnHosts } from "./host.ts";
import { incomingOf, type ProxyEnv } from "./incoming.ts";
import { sameOriginOnly } from "./origin.ts";
import { noRedactor, redactor } from "./redact.ts";
import { Refusal } from "./refusal.ts";
import { forwardControl } from "./sandboxControl.ts";
import { createSharing } from "./sharing.ts";
import { createUpstream, LIMITS, type Limits } from "./upstream.ts";

export interface ProxyOptions extends Credentials {
  /** Where the provider's API is: `https://restapi.plusofon.ru`. */
  upstreamUrl: string;
  /** The sandbox's address; when given, the proxy is in sandbox mode and this is its upstream. */
  sandboxUrl?: string | undefined;
  /** Under what the proxy may be called besides this machine's own names; nothing if left out. */
  hosts?: OwnHosts | undefined;
  /** Milliseconds and bytes; `LIMITS` where not told. */
  limits?: Partial<Limits>;
  /** Bytes of a request body; 256 KiB unless told. */
  maxBodyBytes?: number | undefined;
  /** Clock by which shared answers age, in milliseconds; `Date.now` unless told. */
  now?: (() => number) | undefined;
  /** Takes one line about each request that found no acceptable answer; never holds a secret. */
  report?: ((line: string) => void) | undefined;
}

/** Whether real lines are managed or the built-in sandbox's. The body of `GET /api/session`. */
export interface Session {
  mode: "sandbox" | "provider";
}

/**
 * The proxy: lets exactly the declared operations through to the provider with the token
 * added, and answers everything else under `/api` itself, as `ProxyProblemBody`.
 */
export function createProxy(options: ProxyOptions): Hono<ProxyEnv> {
  const context = contextOf(options);
  const session: Session = { mode: context.isSandbox ? "sandbox" : "provider" };
  const app = new Hono<ProxyEnv>();
  app.use(secureHeaders);
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  // What asks whether the server is alive knows its address only.
  app.use(knownHostOnly(options.hosts ?? { names: [], anyAddress: false }));
  for (const path of ["/api/*", "/__sandbox/*"]) app.use(path, sameOriginOnly);
  app.get("/api/session", (c) => c.json(session, 200, { "cache-control": "no-store" }));
  app.all("/api/*", (c) => forward(incomingOf(c), context));
  app.all("/__sandbox/*", (c) => forwardControl(incomingOf(c), context));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) {
      // Nothing of the error itself: its text may quote what was sent.
      if (!c.req.raw.signal.aborted) options.report?.(`${nameOf(incomingOf(c))}: ${error.name}`);
      return c.json({ message: "The proxy failed.", code: 500 }, 500);
    }
    const isUpstream = error.problem.startsWith("upstream-") && !c.req.raw.signal.aborted;
    if (isUpstream) options.report?.(lineOf(nameOf(incomingOf(c)), error));
    return error.toResponse();
  });
  return app;
}

function contextOf(options: ProxyOptions): ForwardContext {
  const { token, client, sandboxUrl, upstreamUrl, maxBodyBytes } = options;
  const upstream = createUpstream(sandboxUrl ?? upstreamUrl, { ...LIMITS, ...options.limits });
  const isSandbox = sandboxUrl !== undefined;
  return {
    credentials: { token, client },
    isSandbox,
    maxBodyBytes,
    redact: isSandbox ? noRedactor : redactor(token),
    sharing: createSharing(upstream, options.now),
  };
}

function lineOf(request: string, { problem, reason }: Refusal): string {
  return `${request}: ${problem} (${reason ?? "no code"})`;
}

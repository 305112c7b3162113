import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { ProxyEnv } from "./incoming.ts";
import { Refusal } from "./refusal.ts";
import { SECURE_HEADERS } from "./secureHeaders.ts";

/** A Hono app as a listener of `node:http`, the same for `npm start`, Vite and tests. */
export function listenerOf(app: Hono<ProxyEnv>): RequestListener {
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    // The sandbox and Vite share this process and keep their own Request and Response.
    overrideGlobalObjects: false,
    errorHandler: malformed,
  });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

/** A request target that is no URL (a backslash in it, say) never reaches the app. */
function malformed(): Response {
  const details = { headers: { ...SECURE_HEADERS } };
  return new Refusal("bad-request", "The request can't be understood.", details).toResponse();
}

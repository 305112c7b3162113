import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Proxy } from "./app.ts";
import { ProxyError } from "./proxyError.ts";

/**
 * The proxy as a request listener of `node:http`, the same for `npm start`, Vite and tests. Accepts
 * paths with and without `basePath`, since a reverse proxy may strip it.
 */
export function toListener(proxy: Proxy, basePath = ""): RequestListener {
  const listener = getRequestListener((request, env) => proxy.fetch(request, env), {
    // The sandbox and Vite run in this process and need Node's own Request and Response.
    overrideGlobalObjects: false,
    errorHandler: () =>
      // The request target is not a valid URL: it may contain a backslash.
      new ProxyError("bad-request", "The request can't be understood.", {
        headers: { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" },
      }).toResponse(),
  });
  return (incoming, outgoing) => {
    if (basePath !== "") incoming.url = stripBasePath(incoming.url ?? "", basePath);
    // Hono builds a URL from it and throws if it is not a host; host.ts checks the raw headers
    // instead.
    incoming.headers.host = "localhost";
    void listener(incoming, outgoing);
  };
}

function stripBasePath(target: string, basePath: string): string {
  if (!target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : target;
}

import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Proxy } from "./app.ts";
import { ProxyError } from "./proxyError.ts";

/**
 * The proxy as a listener of `node:http`, the same for `npm start`, Vite and tests. Answers under
 * `basePath` and without it, since a web server in front may take that away.
 */
export function toListener(proxy: Proxy, basePath = ""): RequestListener {
  const listener = getRequestListener((request, env) => proxy.fetch(request, env), {
    // The sandbox and Vite share this process and keep their own Request and Response.
    overrideGlobalObjects: false,
    errorHandler: () =>
      // A request target that is no URL: a backslash in it, say.
      new ProxyError("bad-request", "The request can't be understood.", {
        headers: { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" },
      }).toResponse(),
  });
  return (incoming, outgoing) => {
    if (basePath !== "") incoming.url = withoutBase(incoming.url ?? "", basePath);
    // A URL is made of it, which throws for what is no host: whose it is, host.ts finds out by
    // the raw headers.
    incoming.headers.host = "localhost";
    void listener(incoming, outgoing);
  };
}

function withoutBase(target: string, basePath: string): string {
  if (!target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : target;
}

import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { isApi } from "./api.ts";
import type { Proxy } from "./app.ts";
import { ProxyError } from "./proxyError.ts";
import { SECURE_HEADERS } from "./secureHeaders.ts";

/**
 * The proxy as a listener of `node:http`, the same for `npm start`, Vite and tests. Answers under
 * `basePath` and without it, since a web server in front may take that away.
 */
export function listenerOf({ api, pages }: Proxy, basePath = ""): RequestListener {
  const others = getRequestListener((request, env) => pages.fetch(request, env), {
    // The sandbox and Vite share this process and keep their own Request and Response.
    overrideGlobalObjects: false,
    // Over HTTP/1.0 a request may name no host; a URL needs one. The header itself stays absent.
    hostname: "localhost",
    errorHandler: malformed,
  });
  return (incoming, outgoing) => {
    if (basePath !== "") incoming.url = withoutBase(incoming.url ?? "", basePath);
    if (isApi(incoming.url ?? "")) api(incoming, outgoing);
    else void others(incoming, outgoing);
  };
}

function withoutBase(target: string, basePath: string): string {
  if (!target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : target;
}

/** A request target that is no URL (a backslash in it, say) never reaches the pages. */
function malformed(): Response {
  const details = { headers: { ...SECURE_HEADERS } };
  return new ProxyError("bad-request", "The request can't be understood.", details).toResponse();
}

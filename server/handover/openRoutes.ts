import { accessLog } from "#proxy/accessLog.ts";
import type { Proxy } from "#proxy/app.ts";
import { type ProxyContext, rawPath } from "#proxy/env.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import { rejectUnclearLength } from "#proxy/readBody.ts";
import { clientAddress } from "#server/login/clientAddress.ts";
import { createSpanLimit } from "#server/login/limits.ts";
import { StoreError } from "#server/store/storeError.ts";
import { toLpconfig } from "#lib/lpconfig.ts";
import { type HandoverOptions, isLinkOpen, openLink } from "./openLink.ts";
import { askPage, busyPage, credentialsPage, failedPage, refusedPage } from "./pages.ts";
import { HANDOVER_PREFIX, readPath } from "./routePaths.ts";

/** Nobody guesses 256 bits; this keeps the store from being asked without end. */
const TRIES = { ofAddress: { count: 30, spanMs: 60_000 }, ofAll: { count: 600, spanMs: 60_000 } };

/** Of a link nothing must stay behind: in no cache, no other site's log and no search engine. */
const HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

const XML = "application/xml; charset=utf-8";

type Answer = Response | Promise<Response>;

/** Adds the only addresses at which Pult gives something to somebody who has not signed in. */
export function addHandoverRoutes(app: Proxy, options: HandoverOptions): void {
  const ofAddress = createSpanLimit(TRIES.ofAddress, options.now);
  const ofAll = createSpanLimit(TRIES.ofAll, options.now);
  app.use(`${HANDOVER_PREFIX}/*`, accessLog(options.log), rejectUnclearLength);
  app.all(`${HANDOVER_PREFIX}/*`, async (c) => {
    // Never the path: it holds a secret.
    c.set("operation", `${c.req.method} ${HANDOVER_PREFIX}/***`);
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    try {
      ofAddress(clientAddress(c));
      ofAll("");
      return await respond(c, options);
    } catch (error) {
      return failure(c, error);
    }
  });
}

async function respond(c: ProxyContext, options: HandoverOptions): Promise<Response> {
  const { token, isDevice } = readPath(rawPath(c.env.incoming));
  const opener = isDevice ? "device" : "person";
  const { method } = c.req;
  const opens = method === (isDevice ? "GET" : "POST");
  const looks = method === "HEAD" || (method === "GET" && !isDevice);
  if (opens && !(isDevice && isPrefetch(c))) {
    const requestId = c.var.requestId ?? "";
    const opened = await openLink(options, { token, opener, requestId });
    if (opened === undefined) return refuse(c);
    const { credentials, deviceToken } = opened;
    return deviceToken === undefined
      ? c.body(toLpconfig(credentials), 200, { "content-type": XML })
      : credentialsPage(c, credentials, deviceToken);
  }
  // Also what will be refused in any case: it takes as long.
  const isOpen = await isLinkOpen(options, token, opener);
  if (!looks || !isOpen) return refuse(c);
  return isDevice ? c.body(null, 200, { "content-type": XML }) : askPage(c);
}

/** The browser, or something before it, guesses that the address will be opened. */
const isPrefetch = (c: ProxyContext) =>
  ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|preview/i.test(c.req.header(name) ?? ""),
  );

function refuse(c: ProxyContext): Answer {
  c.set("problem", "link-invalid");
  return refusedPage(c);
}

/** The provider or the store has failed, or it was too many. */
function failure(c: ProxyContext, error: unknown): Answer {
  if (error instanceof StoreError) {
    c.set("problem", "store-failed");
    c.set("reason", `STORE_${error.problem}`);
    return failedPage(c);
  }
  if (!(error instanceof ProxyError)) throw error;
  c.set("problem", error.problem);
  c.set("reason", error.reason);
  const { problem, headers } = error;
  return problem === "too-many-calls" ? busyPage(c, headers["retry-after"] ?? "60") : failedPage(c);
}

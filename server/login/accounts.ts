import type { Proxy } from "#proxy/app.ts";
import { rawQuery } from "#proxy/env.ts";
import type { RecordEvent } from "./events.ts";
import { OIDC_PATH, OIDC_PROVIDER } from "./auth.ts";
import { clientAddress } from "./clientAddress.ts";
import { authHeaders, readSetToken, sendCookies } from "./cookies.ts";
import { createLoginHandlers, type LoginHandlers } from "./handlers.ts";
import { bySession, type Identify } from "./identify.ts";
import { type LoginRuntime, withAuth } from "./runtime.ts";
import { createSignInDelay } from "./signInDelay.ts";
import { findSession, noteAuthTime } from "./sessions.ts";
import { hasUsers } from "./users.ts";

export interface Accounts {
  identify: Identify;
  hasNoUsers: () => Promise<boolean>;
  handlers: LoginHandlers;
  addOpenRoutes: (app: Proxy) => void;
}

/** Users that Pult knows itself: with passwords here, or from an OpenID Connect provider. */
export function createAccounts(options: { runtime: LoginRuntime; record: RecordEvent }): Accounts {
  const { runtime, record } = options;
  const { settings, store, now } = runtime;
  return {
    identify: bySession(runtime),
    hasNoUsers: async () => settings.kind === "local" && !(await store.use(hasUsers)),
    handlers: createLoginHandlers({ runtime, record, delay: createSignInDelay(now) }),
    addOpenRoutes: (app) => {
      if (settings.kind === "oidc") addCallback(app, runtime, record);
    },
  };
}

/**
 * The one address of Pult that another site's page may open: the provider sends the browser back to
 * it, with a code that only this server can use, and a state that only this browser has a cookie for.
 */
function addCallback(app: Proxy, runtime: LoginRuntime, record: RecordEvent): void {
  const { publicUrl = "" } = runtime.settings;
  const path = `${OIDC_PATH}/callback/${OIDC_PROVIDER}`;
  const failed = `${publicUrl}/sign-in?error=failed`;
  app.get(path, async (c) => {
    const request = new Request(`${publicUrl}${path}?${rawQuery(c.env.incoming)}`, {
      headers: authHeaders(c, publicUrl),
    });
    const found = await withAuth(runtime, async ({ db, auth }) => {
      const answer = await auth.handler(request);
      const token = readSetToken(answer.headers);
      if (token === undefined) return { response: answer };
      await noteAuthTime(db, token);
      return { response: answer, session: await findSession(db, token, runtime.now()) };
    }).catch(() => undefined);
    // The store failed: the page that opens asks it again, and says why.
    if (found === undefined) return c.redirect(failed, 302);
    const { response, session } = found;
    sendCookies(c, response.headers, publicUrl.startsWith("https:"));
    const location = response.headers.get("location") ?? "";
    const isOurs = location === publicUrl || location.startsWith(`${publicUrl}/`);
    await record({
      operation: `GET ${path}`,
      actor: session?.name ?? "",
      user: session && { id: session.userId, name: session.name },
      outcome: session === undefined ? "refused" : "done",
      fields: { address: clientAddress(c) },
      requestId: c.var.requestId ?? "",
    });
    return c.redirect(isOurs ? location : failed, 302);
  });
}

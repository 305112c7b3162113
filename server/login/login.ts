import type { SessionLogin } from "#api/login.ts";
import type { Proxy } from "#proxy/app.ts";
import type { ProxyContext } from "#proxy/env.ts";
import type { Log } from "#proxy/log.ts";
import type { Authorize } from "#proxy/write.ts";
import type { Store } from "#server/store/store.ts";
import { throwProxyError } from "#server/store/storeError.ts";
import type { Hashing } from "./auth.ts";
import { createAuthorize } from "./authorize.ts";
import { createRecorder } from "./events.ts";
import type { LoginHandlers } from "./handlers.ts";
import { byFront, type Identify } from "./identify.ts";
import { createUserLimits } from "./limits.ts";
import type { LoginSettings } from "./loginSettings.ts";

/** Who may do what, for the proxy and for Pult's own operations. */
export interface Login {
  /** Undefined where nobody signs in: then everybody may do everything. */
  authorize: Authorize | undefined;
  /** What `GET /api/session` says of it. */
  describe: (c: ProxyContext) => Promise<SessionLogin>;
  /** Undefined where people do not sign in at Pult. */
  handlers: LoginHandlers | undefined;
  /** Adds the route to which an OpenID Connect provider sends people back. */
  addOpenRoutes: (app: Proxy) => void;
}

export interface LoginOptions {
  /** Of the users. */
  store: Store;
  /** Where sign-ins are recorded; the users' store by default. */
  journal?: () => Store;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How passwords are hashed; by default as the library does. */
  hashing?: Hashing;
}

/**
 * Prepares the sign-in that the settings ask for. Where the store fails, nobody may do anything: that
 * is a 503 with the reason.
 */
export async function createLogin(settings: LoginSettings, options: LoginOptions): Promise<Login> {
  const { authorize, describe, ...login } = await createLoginOf(settings, options);
  return {
    ...login,
    authorize: authorize && ((...call) => authorize(...call).catch(throwProxyError)),
    describe: (c) => describe(c).catch(throwProxyError),
  };
}

/** Loads the library only where it is needed. */
async function createLoginOf(settings: LoginSettings, options: LoginOptions): Promise<Login> {
  const { store, journal = () => store, log, now = Date.now, hashing } = options;
  const { kind } = settings;
  const nobody = { kind, user: null } as const;
  const none = { handlers: undefined, addOpenRoutes: () => undefined };
  if (kind === "none") return { ...none, authorize: undefined, describe: async () => nobody };
  const common = { record: createRecorder(journal, log, now), limits: createUserLimits(now), now };
  if (kind === "header") {
    const identify = byFront(settings);
    const authorize = createAuthorize({ ...common, identify, hasNoUsers: async () => false });
    return { ...none, authorize, describe: describeBy(identify, kind) };
  }
  const { createAccounts } = await import("./accounts.ts");
  const { identify, hasNoUsers, handlers, addOpenRoutes } = createAccounts({
    runtime: { settings, store, now, hashing },
    record: common.record,
  });
  return {
    authorize: createAuthorize({ ...common, identify, hasNoUsers }),
    describe: async (c) => {
      const described = await describeBy(identify, kind)(c);
      if (described.user !== null || !(await hasNoUsers())) return described;
      return { ...described, hasNoUsers: true };
    },
    handlers,
    addOpenRoutes,
  };
}

function describeBy(identify: Identify, kind: LoginSettings["kind"]) {
  return async (c: ProxyContext): Promise<SessionLogin> => {
    const identity = await identify(c);
    if (identity === undefined) return { kind, user: null };
    const { name, fullName, role, hasTotp } = identity;
    return { kind, user: { name, fullName, role, hasTotp } };
  };
}

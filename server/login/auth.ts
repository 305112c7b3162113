import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { kyselyAdapter } from "@better-auth/kysely-adapter";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { username } from "better-auth/plugins/username";
import { MAX_PASSWORD, MIN_PASSWORD } from "#api/login.ts";
import type { Db, Engine } from "#server/store/schema.ts";
import { withHashedSessions } from "./hashedSessions.ts";
import { type LoginSettings, roleInGroups } from "./loginSettings.ts";

/** Pult asks the provider who somebody is, and nothing later: it keeps no tokens of theirs. */
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** Seconds: a session ends then, however much it is used. */
export const SESSION_S = 12 * 60 * 60;
/** Where the OpenID Connect provider sends people back to; not under `/api`, which takes no request of other sites. */
export const OIDC_PATH = "/oidc";
export const OIDC_PROVIDER = "office";

/** The settings of those who sign in here: with a password, or at an OpenID Connect provider. */
export type AuthSettings = Extract<LoginSettings, { kind: "local" | "oidc" }>;
export type Auth = ReturnType<typeof createAuth>;

/** How passwords are hashed, instead of by scrypt at its full cost: for tests that sign many in. */
export interface Hashing {
  hash: (password: string) => Promise<string>;
  verify: (typed: { hash: string; password: string }) => Promise<boolean>;
}

/**
 * The library that knows people: passwords, second factors, OpenID Connect. `secret` signs its
 * cookies and encrypts the second factors' secrets. Nobody can sign up.
 */
export function createAuth(
  db: Db,
  engine: Engine,
  settings: AuthSettings,
  secret: string,
  hashing?: Hashing,
) {
  const origin = settings.publicUrl ?? "http://localhost";
  return betterAuth({
    appName: "Pult",
    secret,
    baseURL: origin + OIDC_PATH,
    telemetry: { enabled: false },
    // Its messages may quote what somebody typed.
    logger: { disabled: true },
    // Ours is per login name.
    rateLimit: { enabled: false },
    database: (options: BetterAuthOptions) =>
      withHashedSessions(kyselyAdapter(db, { type: engine, transaction: false })(options)),
    user: {
      modelName: "users",
      additionalFields: {
        // Set from the groups of an OpenID Connect provider; nobody can call what takes input.
        role: { type: "string", required: false },
        disabled: { type: "boolean", required: false, defaultValue: false },
        // When an OpenID Connect provider asked for the password last; seconds since 1970.
        authTime: { type: "number", required: false },
      },
    },
    session: {
      modelName: "sessions",
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
    },
    account: { modelName: "accounts", accountLinking: { enabled: false } },
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      ...(hashing === undefined ? {} : { password: hashing }),
    },
    advanced: {
      cookiePrefix: "pult",
      // The proxy decides on the prefix `__Host-` for each answer (cookies.ts).
      useSecureCookies: false,
      // Every page of the app asks with its own cookie; a link from elsewhere does not.
      defaultCookieAttributes: { sameSite: "strict", httpOnly: true, path: "/" },
      // The provider's page sends the browser back here, with this one.
      cookies: { state: { attributes: { sameSite: "lax" } } },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      // The name that the journal knows somebody by is theirs for good, whatever the provider says.
      user: {
        create: {
          before: async (user) => {
            const name = user["username"];
            return typeof name === "string"
              ? { data: { username: await freeName(db, name) } }
              : undefined;
          },
        },
        update: { before: async () => ({ data: { username: undefined } }) },
      },
      session: {
        // Whatever way they came: somebody who is disabled gets no session.
        create: {
          before: async ({ userId }) => {
            if (await isDisabled(db, userId)) throw new APIError("FORBIDDEN");
          },
        },
      },
      account: {
        create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
        update: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
      },
    },
    // What it would print may quote the request; the journal says that a sign-in was refused.
    onAPIError: { errorURL: `${origin}/sign-in`, onError: () => undefined },
    plugins: [
      twoFactor({ issuer: "Pult", schema: { twoFactor: { modelName: "two_factors" } } }),
      loginNames(settings.kind),
      ...(settings.kind === "oidc" ? [oidc(settings)] : []),
    ],
  } satisfies BetterAuthOptions);
}

/**
 * Login names, and signing in by them. Those of an OpenID Connect provider are the provider's: the
 * library's own check would find each taken, by the very user who signs in again.
 */
function loginNames(kind: AuthSettings["kind"]) {
  const plugin = username({
    minUsernameLength: 1,
    maxUsernameLength: 64,
    usernameValidator: () => true,
    displayUsername: false,
  });
  if (kind === "local") return plugin;
  return { id: plugin.id, schema: plugin.schema } as unknown as typeof plugin;
}

function oidc(settings: Extract<LoginSettings, { kind: "oidc" }>) {
  const { issuer, clientId, clientSecret, groupsClaim, groups } = settings;
  return genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ["openid", "profile", "email", ...(groupsClaim === "groups" ? ["groups"] : [])],
        pkce: true,
        // Lets the provider say when it asked for the password.
        authorizationUrlParams: { max_age: String(SESSION_S) },
        // A role that somebody lost at the provider is lost here with the next sign-in.
        overrideUserInfo: true,
        mapProfileToUser: (profile) => {
          const subject = textOf(profile["sub"]) ?? textOf(profile.id) ?? "";
          const claim = profile[groupsClaim];
          const names = Array.isArray(claim) ? claim.map(String) : [];
          const login = textOf(profile["preferred_username"]) ?? textOf(profile.email) ?? subject;
          return {
            // The library wants one, and not every provider tells it.
            email: textOf(profile.email) ?? `${subject}@pult.invalid`,
            name: profile.name ?? login,
            username: login.toLowerCase(),
            authTime: Number(profile["auth_time"] ?? 0),
            role: roleInGroups(names, groups) ?? null,
          };
        },
      },
    ],
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The name, with a number where somebody else has it. */
async function freeName(db: Db, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}-${count}`;
    const taken = db.selectFrom("users").select("id").where("username", "=", tried);
    // oxlint-disable-next-line no-await-in-loop -- the next one only if this one is taken
    if ((await taken.executeTakeFirst()) === undefined) return tried;
  }
}

async function isDisabled(db: Db, id: string): Promise<boolean> {
  const user = await db
    .selectFrom("users")
    .select("disabled")
    .where("id", "=", id)
    .executeTakeFirst();
  return Boolean(user?.disabled);
}

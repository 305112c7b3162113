import { APIError } from "better-auth/api";
import type { ProxyContext } from "#proxy/env.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import { SettingsError } from "#server/settingsError.ts";
import type { Db, Engine } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import { type Auth, type AuthSettings, createAuth, type Hashing } from "./auth.ts";
import { withQueue } from "#proxy/upstreamQueue.ts";
import { authHeaders, isOverTls, sendCookies } from "./cookies.ts";

/** What the handlers of the sign-in need. */
export interface LoginRuntime {
  settings: AuthSettings;
  /** The store of the users. */
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
  /** By default as the library does. */
  hashing?: Hashing | undefined;
}

/** A database with the library that knows its users. */
export interface LoginDb {
  db: Db;
  auth: Auth;
  /** Whether moments are ISO 8601 texts, as on SQLite. */
  iso: boolean;
}

/** What went wrong is in the request; the store works. */
function isRefusal(error: unknown): boolean {
  if (error instanceof APIError) return error.statusCode < 500;
  return error instanceof ProxyError || error instanceof SettingsError;
}

const auths = new WeakMap<Db, Promise<Auth>>();

/**
 * Runs `queries` with the users' database. What is wrong with the request (an `APIError` of
 * better-auth below 500, for a wrong password, say; a `ProxyError`; a `SettingsError`) is thrown as
 * it is; anything else as `StoreError`.
 */
export async function withAuth<T>(
  { store, settings, hashing }: Pick<LoginRuntime, "store" | "settings" | "hashing">,
  queries: (login: LoginDb) => Promise<T>,
): Promise<T> {
  const result = await store.use(async (db, engine) => {
    const auth = await authFor(db, engine, settings, hashing);
    try {
      return { value: await queries({ db, auth, iso: engine === "sqlite" }) };
    } catch (error) {
      if (isRefusal(error)) return { refusal: error };
      throw error;
    }
  });
  if ("refusal" in result) throw result.refusal;
  return result.value;
}

/**
 * Calls better-auth on behalf of a request, and passes its cookies on to the browser. Throws
 * `APIError` and `StoreError`.
 */
export async function callAuth<T>(
  c: ProxyContext,
  runtime: LoginRuntime,
  call: (auth: Auth, headers: Headers) => Promise<{ headers: Headers; response: T }>,
): Promise<T> {
  const { publicUrl } = runtime.settings;
  const { headers, response } = await withAuth(runtime, ({ auth }) =>
    call(auth, authHeaders(c, publicUrl)),
  );
  sendCookies(c, headers, isOverTls(c, publicUrl));
  return response;
}

/**
 * Runs what hashes a password: a few at a time, since each takes a core for a tenth of a second, and
 * none for a client that has gone. Throws `ProxyError` (503) where too many wait.
 */
export async function hashingInTurn<T>(c: ProxyContext, run: () => Promise<T>): Promise<T> {
  return (await inTurn(run, c.req.raw.signal)) as T;
}

const inTurn = withQueue((run: () => Promise<unknown>) => run(), {
  running: 4,
  waiting: 16,
  waitMs: 5_000,
});

function authFor(
  db: Db,
  engine: Engine,
  settings: AuthSettings,
  hashing: Hashing | undefined,
): Promise<Auth> {
  const known = auths.get(db);
  if (known !== undefined) return known;
  const created = readSecret(db).then((secret) =>
    createAuth(db, engine, settings, secret, hashing),
  );
  auths.set(db, created);
  created.catch(() => auths.delete(db));
  return created;
}

/** The secret of all instances, which the migration made. */
async function readSecret(db: Db): Promise<string> {
  return (await db.selectFrom("login_secret").select("secret").executeTakeFirstOrThrow()).secret;
}

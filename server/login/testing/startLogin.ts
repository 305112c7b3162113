import { scryptSync } from "node:crypto";
import type { RequestListener } from "node:http";
import { onTestFinished } from "vitest";
import type { Role } from "#api/access.ts";
import type { SessionLogin } from "#api/login.ts";
import { toListener } from "#proxy/listener.ts";
import { createProxy } from "#proxy/app.ts";
import { fetchAsApp, TOKEN } from "#proxy/testing/proxy.ts";
import { recordingUpstream, serve } from "#proxy/testing/upstream.ts";
import { recordWrites } from "#server/journal/recordWrites.ts";
import { addOwnRoutes } from "#server/ownRoutes.ts";
import { NO_UPSTREAM } from "#proxy/writeForServer.ts";
import { NO_ALERTS } from "#server/alerts/alerts.ts";
import { NO_WATCHES } from "#server/watch/watchOffices.ts";
import { createStore, IN_MEMORY_LOCATION, type StoreLocation } from "#server/store/store.ts";
import type { Hashing } from "../auth.ts";
import { createLogin } from "../login.ts";
import type { LoginSettings } from "../loginSettings.ts";
import { withAuth } from "../runtime.ts";
import { addUser as add, createLink, noteActivated } from "../users.ts";

/** Passes the check of passwords; nobody's. */
export const PASSWORD = "nine tame walnut ladders";

const cheapHash = (password: string) =>
  `cheap:${scryptSync(password, "salt", 32, { N: 2 }).toString("hex")}`;
/** At its full cost each takes a core for a tenth of a second. */
const CHEAP: Hashing = {
  hash: async (password) => cheapHash(password),
  verify: async ({ hash, password }) => hash === cheapHash(password),
};

export interface Answer {
  status: number;
  headers: Headers;
  json: unknown;
  text: string;
}

export type Browser = Awaited<ReturnType<typeof startLogin>>["browser"] extends (
  cookie?: string,
) => infer B
  ? B
  : never;

interface Options {
  /** `LOGIN=local` by default; or made for the server's own address. */
  settings?: LoginSettings | ((url: string) => Promise<LoginSettings>);
  store?: StoreLocation;
  upstream?: Parameters<typeof recordingUpstream>[0];
  /** Milliseconds since 1970. */
  now?: () => number;
  /** The caller closes it, for more than one test. */
  keep?: true;
  /** Hashes passwords as in production. */
  fullHashing?: true;
}

const log = () => undefined;

/** A server that asks people to sign in, before an upstream that records what reaches it. */
export async function startLogin(options: Options = {}) {
  const { settings: given = { kind: "local", publicUrl: undefined }, now } = options;
  let handle: RequestListener | undefined;
  const server = await serve((request, response) => handle?.(request, response));
  const settings = typeof given === "function" ? await given(server.url) : given;
  const store = createStore(options.store ?? IN_MEMORY_LOCATION);
  const upstream = await recordingUpstream(options.upstream);
  const hashing = options.fullHashing === true ? undefined : CHEAP;
  const login = await createLogin(settings, {
    store,
    log,
    ...(now === undefined ? {} : { now }),
    ...(hashing === undefined ? {} : { hashing }),
  });
  const { authorize, handlers: loginHandlers } = login;
  const proxy = createProxy({
    upstreamUrl: upstream.url,
    token: TOKEN,
    client: "10553",
    authorize,
    describeLogin: login.describe,
    aroundWrite: recordWrites({ storeOf: () => store, log }),
    addRoutes: (app) =>
      addOwnRoutes(app, {
        storeOf: () => store,
        watches: NO_WATCHES,
        alerts: NO_ALERTS,
        upstreamOf: NO_UPSTREAM,
        authorize,
        loginHandlers,
      }),
    addOpenRoutes: login.addOpenRoutes,
  });
  handle = toListener(proxy);
  const close = async () => {
    await server.close();
    await upstream.close();
    await store.close();
  };
  if (options.keep !== true) onTestFinished(close);
  const accounts = settings as Extract<LoginSettings, { kind: "local" | "oidc" }>;

  /** A link for a new user, by which they set their password. */
  const invite = (name: string, role: Role) =>
    withAuth({ store, settings: accounts, hashing }, async (found) => {
      const id = await add(found, { name, role });
      return { id, ...(await createLink(found, id, (now ?? Date.now)())) };
    });
  const browser = (cookie = "") => createBrowser(server.url, cookie);
  const addUser = async (name: string, role: Role) => {
    const { id, link } = await invite(name, role);
    const used = browser();
    if (role === "wall") {
      await used.send("POST", "/sign-in/link/redeem", { link });
      return { id, browser: used };
    }
    await withAuth({ store, settings: accounts, hashing }, async ({ db, auth }) => {
      const { internalAdapter, password } = await auth.$context;
      await internalAdapter.updatePassword(id, await password.hash(PASSWORD));
      await noteActivated(db, id, Date.now());
    });
    await used.signIn(name);
    return { id, browser: used };
  };
  /** All that the store holds, as one text. */
  const dump = async () => {
    const tables = ["users", "sessions", "accounts", "verifications", "journal"] as const;
    const rows = tables.map((table) =>
      store.use((db) =>
        db
          .selectFrom(table as "users")
          .selectAll()
          .execute(),
      ),
    );
    return JSON.stringify(await Promise.all(rows));
  };
  return { url: server.url, upstream, store, invite, addUser, browser, dump, close };
}

/** A browser with its own cookies, and the app's headers. */
export function createBrowser(url: string, given = "") {
  const jar = new Map(
    given === "" ? [] : given.split("; ").map((one) => one.split("=", 2) as [string, string]),
  );
  const cookies = () => Array.from(jar, ([name, value]) => `${name}=${value}`).join("; ");
  const fetchPath = async (
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetchAsApp(url + path, {
      method,
      redirect: "manual",
      headers: {
        cookie: cookies(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
  const send = (method: string, path: string, body?: unknown, more?: Record<string, string>) =>
    fetchPath(method, `/api/pult${path}`, body, more);
  return {
    cookies,
    fetchPath,
    send,
    api: (method: string, path: string, body?: unknown, more?: Record<string, string>) =>
      fetchPath(method, `/api/v1${path}`, body, more),
    session: async () =>
      (await fetchPath("GET", "/api/session")).json as { mode: string; login: SessionLogin },
    signIn: (name: string, password = PASSWORD) => send("POST", "/sign-in", { name, password }),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const [name = "", value = ""] = pair.split("=", 2);
  const maxAge = attributes.find((one) => /^\s*max-age=0$/i.test(one));
  if (maxAge === undefined && value !== "") jar.set(name, value);
  else jar.delete(name);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

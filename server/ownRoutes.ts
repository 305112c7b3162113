import * as z from "zod/mini";
import { createMatcher } from "#api/match.ts";
import { OWN_PREFIX, type Operation, type Request, type Wire } from "#api/operation.ts";
import { type loginOperations, ownOperationList, type OwnOperations } from "#api/operations.ts";
import { queryToBody } from "#api/queryBody.ts";
import type { Proxy } from "#proxy/app.ts";
import { type ProxyContext, rawPath, rawQuery, type User } from "#proxy/env.ts";
import { OFFICE } from "#proxy/headers.ts";
import { ProxyError, wrongMethod } from "#proxy/proxyError.ts";
import { readJsonBody } from "#proxy/readBody.ts";
import type { Authorize } from "#proxy/write.ts";
import type { UpstreamOf } from "#proxy/writeForServer.ts";
import { createLink } from "./handover/createLink.ts";
import { hideAddresses } from "./alerts/hideAddresses.ts";
import { alertHandlers } from "./alerts/handlers.ts";
import type { AlertSender } from "./alerts/alerts.ts";
import { readActors, readJournal } from "./journal/journal.ts";
import { readForwarding, readScenarios } from "./memory/readMemory.ts";
import type { LoginHandlers } from "./login/handlers.ts";
import type { Store } from "./store/store.ts";
import { throwProxyError } from "./store/storeError.ts";
import { switchHandlers } from "./switches/handlers.ts";
import { readAvailability } from "./watch/readAvailability.ts";
import { readDay } from "./watch/readDay.ts";
import { readHistory, readWatched } from "./watch/readHistory.ts";
import type { Watches } from "./watch/watchOffices.ts";

export interface OwnContext {
  /** The HTTP exchange: its cookies, for signing in. */
  c: ProxyContext;
  store: Store;
  /** Of the links of all offices: a phone that opens one does not name its office. */
  linkStore: Store;
  /** Milliseconds since 1970. */
  now: number;
  /** Undefined where nobody signs in. */
  user: User | undefined;
  watches: Watches;
  alerts: AlertSender;
  upstreamOf: UpstreamOf;
  /** Of the sandbox; null is the default one. */
  office: string | null;
}

export type Handler<T extends Operation> = (
  request: Request<T>,
  context: OwnContext,
) => Promise<Wire<T>>;

type OfLogin = keyof typeof loginOperations;

/** One handler for each of Pult's own operations: a missing one does not compile. */
const HANDLERS: { [N in Exclude<keyof OwnOperations, OfLogin>]: Handler<OwnOperations[N]> } = {
  listJournal: async ({ query = {} }, { store, now, user }) => {
    const page = await readJournal(store, query, now);
    return { ...page, items: hideAddresses(page.items, user) };
  },
  listJournalActors: (_, { store }) => readActors(store),
  listRememberedScenarios: async ({ params }, { store }) => ({
    items: await readScenarios(store, params.id),
  }),
  listWatched: ({ query = {} }, { store, watches, office }) => {
    watches.start(office);
    return readWatched(store, query, watches.everyMs);
  },
  readHistory: ({ params, query = {} }, { store, now }) => readHistory(store, params, query, now),
  listAvailability: ({ query = {} }, { store, now }) => readAvailability(store, query, now),
  readOnlineDay: (_, { store, now }) => readDay(store, now),
  createHandoverLink: createLink,
  listRememberedForwarding: async (_, { store }) => ({ items: await readForwarding(store) }),
  ...alertHandlers,
  ...switchHandlers,
};

/** A handler whose operation the compiler does not know; its request was parsed by the schemas. */
type AnyHandler = (
  request: { params: unknown; query: unknown; body: unknown },
  context: OwnContext,
) => Promise<object>;

export interface OwnRoutesOptions {
  /** The store of a sandbox office (null is the default one), or the one of the provider. */
  storeOf: (office: string | null) => Store;
  /** Of the links to accounts, of all offices; that of the provider by default. */
  linkStore?: Store | undefined;
  watches: Watches;
  alerts: AlertSender;
  upstreamOf: UpstreamOf;
  /** As of the proxy; all may pass by default. */
  authorize?: Authorize | undefined;
  /** Undefined where people do not sign in at Pult. */
  loginHandlers?: LoginHandlers | undefined;
}

const matchOwn = createMatcher(ownOperationList);

/** Adds the routes of Pult's own operations; all other paths under their prefix are a 404. */
export function addOwnRoutes(
  app: Proxy,
  { storeOf, linkStore, watches, alerts, upstreamOf, authorize, loginHandlers }: OwnRoutesOptions,
): void {
  const handlers = { ...HANDLERS, ...loginHandlers } as unknown as Partial<
    Record<string, AnyHandler>
  >;
  app.all(`${OWN_PREFIX}/*`, async (c) => {
    const { operation, params } = ownOperation(c);
    c.set("operation", `${operation.method} ${OWN_PREFIX}${operation.path}`);
    await authorize?.(c, operation, undefined);
    const query = readQuery(c, operation);
    const body = await readBody(c, operation);
    const office = c.req.header(OFFICE) ?? null;
    const store = storeOf(office);
    const handle = handlers[operation.name];
    if (handle === undefined) throw new ProxyError("unknown-path", "Nobody signs in at this Pult.");
    const { user } = c.var;
    const about = { user, watches, alerts, upstreamOf, office };
    const context = { c, store, linkStore: linkStore ?? storeOf(null), now: Date.now(), ...about };
    const answer = await handle({ params, query, body }, context).catch(throwProxyError);
    // As the provider confirms a write, which the app expects of each.
    const confirmed = operation.method === "GET" ? answer : { success: true, ...answer };
    return c.json(confirmed, 200, { "cache-control": "no-store" });
  });
}

function ownOperation({ env: { incoming } }: ProxyContext) {
  const match = matchOwn(incoming.method ?? "", rawPath(incoming));
  if (match.found === "operation") return match;
  if (match.found === "path") throw wrongMethod(match.allow);
  throw new ProxyError("unknown-path", "There is no such operation.");
}

function readQuery({ env }: ProxyContext, { query }: Operation): unknown {
  if (query === undefined) return undefined;
  return parse("query", query, queryToBody(query, new URLSearchParams(rawQuery(env.incoming))));
}

async function readBody({ env }: ProxyContext, { body }: Operation): Promise<unknown> {
  if (body === undefined) return undefined;
  const json = (await readJsonBody(env.incoming)).toString("utf8");
  return parse("body", body, JSON.parse(json));
}

/** Throws `ProxyError` (400) naming the first key that breaks the schema, and never its value. */
function parse(part: "query" | "body", schema: z.core.$ZodType, values: unknown): unknown {
  const parsed = z.safeParse(schema, values);
  if (parsed.success) return parsed.data;
  const key = String(parsed.error.issues[0]?.path[0] ?? "");
  throw new ProxyError("bad-request", `The ${part}'s "${key}" is invalid.`);
}

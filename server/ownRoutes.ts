import * as z from "zod/mini";
import { OWN_PREFIX, type Operation, type Request, type Wire } from "#api/operation.ts";
import { ownOperations, type OwnOperations } from "#api/operations.ts";
import { queryToBody } from "#api/queryBody.ts";
import type { Proxy } from "#proxy/app.ts";
import { type ProxyContext, rawQuery } from "#proxy/env.ts";
import { OFFICE } from "#proxy/headers.ts";
import { ProxyError, wrongMethod } from "#proxy/proxyError.ts";
import { readJournal } from "./journal/journal.ts";
import type { Store } from "./store/store.ts";
import { StoreError, toProxyError } from "./store/storeError.ts";

export interface OwnContext {
  store: Store;
  /** Milliseconds since 1970. */
  now: number;
}

type Handler<T extends Operation> = (request: Request<T>, context: OwnContext) => Promise<Wire<T>>;

/** One handler for each of Pult's own operations: a missing one does not compile. */
const HANDLERS: { [N in keyof OwnOperations]: Handler<OwnOperations[N]> } = {
  listJournal: ({ query = {} }, { store, now }) => readJournal(store, query, now),
};

/** Adds the routes of Pult's own operations. `storeOf` gives the store of a sandbox office. */
export function addOwnRoutes(app: Proxy, storeOf: (office: string | null) => Store): void {
  for (const name of Object.keys(HANDLERS)) addRoute(app, storeOf, name as keyof OwnOperations);
}

// The type parameter relates an operation to its handler, within the function too.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function addRoute<N extends keyof OwnOperations>(
  app: Proxy,
  storeOf: (office: string | null) => Store,
  name: N,
): void {
  const operation: OwnOperations[N] = ownOperations[name];
  const handle: Handler<OwnOperations[N]> = HANDLERS[name];
  app.all(OWN_PREFIX + operation.path, async (c) => {
    c.set("operation", `${operation.method} ${OWN_PREFIX}${operation.path}`);
    if (c.env.incoming.method !== operation.method) throw wrongMethod([operation.method]);
    const store = storeOf(c.req.header(OFFICE) ?? null);
    const request = { query: readQuery(c, operation) } as Request<OwnOperations[N]>;
    const answer = await handle(request, { store, now: Date.now() }).catch(throwProxyError);
    return c.json(answer, 200, { "cache-control": "no-store" });
  });
}

/** Throws `ProxyError` (400) naming the first key that breaks the schema. */
function readQuery(c: ProxyContext, { query }: Operation): unknown {
  if (query === undefined) return undefined;
  const values = queryToBody(query, new URLSearchParams(rawQuery(c.env.incoming)));
  const parsed = z.safeParse(query, values);
  if (parsed.success) return parsed.data;
  const key = String(parsed.error.issues[0]?.path[0]);
  throw new ProxyError("bad-request", `The query's "${key}" is invalid.`);
}

function throwProxyError(error: unknown): never {
  if (!(error instanceof StoreError)) throw error;
  throw toProxyError(error);
}

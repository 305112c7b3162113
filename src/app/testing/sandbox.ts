import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import type { Availability } from "#api/availability.ts";
import type { History, WatchedObject } from "#api/history.ts";
import { API_PREFIX } from "#api/operation.ts";
import { REVEAL_HEADER } from "#api/ownHeader.ts";
// Runs in tests only: the app's own code must not import the sandbox.
// oxlint-disable-next-line no-restricted-imports
import { sandboxHandlers } from "#sandbox/handlers/index.ts";
// oxlint-disable-next-line no-restricted-imports
import { createWorld, type Tenant, type World } from "#sandbox/world.ts";

// oxlint-disable-next-line no-restricted-imports
export { MASK } from "#sandbox/requestLog.ts";

type Faults = Parameters<Tenant["faults"]["replace"]>[0];

const session = http.get("*/api/session", () => HttpResponse.json({ mode: "sandbox" }));
/** An empty journal: tests that need entries serve their own. */
const journal = [
  http.get("*/api/pult/journal", () => HttpResponse.json({ items: [], next: null })),
  http.get("*/api/pult/journal/actors", () => HttpResponse.json({ actors: [] })),
  http.get("*/api/pult/alerts/rules", () =>
    HttpResponse.json({ items: [], channels: [], pausedUntil: null }),
  ),
];

let remembered: object[] = [];
const answerRemembered = () => HttpResponse.json({ items: remembered });
const memory = [
  http.get("*/api/pult/remembered/sip/:id", answerRemembered),
  http.get("*/api/pult/remembered/external", answerRemembered),
];

/** What Pult remembers of the account or of the external numbers that the test opens. */
export function setRemembered(...items: object[]): void {
  remembered = items;
}

const NOTHING_KNOWN: History = { before: null, changes: [], gaps: [], lookedAt: null };
let history = NOTHING_KNOWN;
let watched: readonly WatchedObject[] = [];
let availability: readonly Availability[] = [];
/** A server that has watched nothing yet: tests that need the board's history serve their own. */
const watch = [
  http.get("*/api/pult/watch", () => {
    const lookedAt = watched.length === 0 ? null : new Date().toISOString();
    return HttpResponse.json({
      items: watched,
      gaps: [],
      lookedAt,
      every: 30,
      unreadableSince: null,
    });
  }),
  http.get("*/api/pult/watch/day", () =>
    HttpResponse.json({ from: new Date().toISOString(), points: [], gaps: [], lookedAt: null }),
  ),
  http.get("*/api/pult/watch/availability", () => HttpResponse.json({ items: availability })),
  http.get("*/api/pult/history/:kind/:id", () => HttpResponse.json(history)),
];

/** What Pult saw of each object's states; nothing by default. */
export function setHistory(seen: Partial<History>): void {
  history = { ...NOTHING_KNOWN, ...seen };
}

/** Drops and share of the last seven days; nothing is known by default. */
export function setAvailability(...known: Availability[]): void {
  availability = known;
}

/** Nothing is set until a moment: tests that need timers serve their own. */
const switches = http.get("*/api/pult/switches", () => HttpResponse.json({ items: [] }));

type Seen = Pick<WatchedObject, "kind" | "id" | "state" | "since">;

/** Since when Pult has seen objects in their state, the change itself included; nothing by default. */
export function setWatched(...seen: Seen[]): void {
  watched = seen.map(({ kind, id, state, since }) => ({
    kind,
    id,
    state,
    since,
    exact: true,
    before: null,
  }));
}

/** Enough for most tests: each query of theirs goes through all rows of the list. */
const FEW_ACCOUNTS = 8;

export const server = setupServer();
let world: World = createWorld({ accounts: FEW_ACCOUNTS });

/** Replaces the office by a static one: no status changes by itself. */
export function openOffice(options: { accounts?: number; seed?: number } = {}): void {
  world = createWorld({ live: false, accounts: FEW_ACCOUNTS, ...options });
  remembered = [];
  history = NOTHING_KNOWN;
  watched = [];
  availability = [];
  const own = [session, ...journal, ...watch, ...memory, switches];
  server.resetHandlers(...own, ...sandboxHandlers(world));
}

/** The office of the test: its accounts may be read and changed directly. */
export function office(): Tenant["office"] {
  return world.tenant(null).office;
}

/** The account at a place in the list; throws when the office has fewer. */
export function accountAt(index: number) {
  const account = [...office().accounts.values()][index];
  if (account === undefined) throw new Error(`The office has no account ${index}`);
  return account;
}

/** Replaces the faults of the next requests; without arguments everything works again. */
export function fault(...faults: Faults): void {
  world.tenant(null).faults.replace(faults);
}

/** The requests that reached the sandbox, oldest first; of one operation (`GET /sip`) if given. */
export function requests(operation?: string) {
  const all = world.tenant(null).log.list();
  return operation === undefined ? all : all.filter((entry) => entry.operation === operation);
}

/** Aborted when the test ends. */
let testEnd = new AbortController();
const pendingRequests = new Set<Promise<unknown>>();

/**
 * Sends the app's relative addresses to the sandbox, with the headers that the proxy adds, and
 * gives the response an id and removes from it what the proxy removes.
 */
export function proxied(send: typeof fetch): typeof fetch {
  return (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const headers = new Headers(init?.headers);
    headers.set("Authorization", "Bearer test");
    headers.set("Client", "10553");
    const signal = AbortSignal.any([testEnd.signal, ...(init?.signal ? [init.signal] : [])]);
    const isRevealed = headers.has(REVEAL_HEADER);
    const target = new URL(address, "http://localhost");
    const answer = send(target, { ...init, headers, signal }).then(async (response) => {
      response.headers.set("X-Request-Id", "a1b2c3d4");
      const mayHoldSecret = target.pathname.startsWith(API_PREFIX) && !isRevealed;
      return response.ok && mayHoldSecret ? await withoutPassword(response) : response;
    });
    const settled = answer.catch(() => undefined).finally(() => pendingRequests.delete(settled));
    pendingRequests.add(settled);
    return answer;
  };
}

async function withoutPassword(response: Response): Promise<Response> {
  const text = await response.text();
  const open = text.replaceAll(/"password":"[^"]*",?/g, "");
  // The Fetch standard forbids a body for these, even an empty one.
  const body = [204, 205].includes(response.status) ? null : open;
  return new Response(body, { status: response.status, headers: response.headers });
}

/**
 * Aborts the requests still in flight: the page is reused by the next test, and a hanging
 * activation would ask there before the tab is closed.
 */
export async function abortPendingRequests(): Promise<void> {
  testEnd.abort();
  testEnd = new AbortController();
  await Promise.all(pendingRequests);
  // The app is notified.
  await new Promise((done) => setTimeout(done, 0));
}

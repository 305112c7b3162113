import { listExternalNumbers } from "#api/externalNumbers.ts";
import type { paging } from "#api/fields.ts";
import type { WatchedKind, WatchedState } from "#api/history.ts";
import type { Operation } from "#api/operation.ts";
import { acceptedAge } from "#api/pace.ts";
import { type Page, type PagerState, readPages } from "#api/pager.ts";
import {
  type ListedSipAccount,
  listSipAccounts,
  listSipStatuses,
  type SipStatus,
} from "#api/sip.ts";
import { toConnectionType, toRegistrationState } from "#domain/externalNumbers/rows.ts";
import { unacceptable } from "#proxy/upstreamError.ts";
import type { ReadForServer } from "#proxy/readForServer.ts";
import type { KnownStates, Look } from "./recordLook.ts";

/** How people know an object: by its extension or phone number, and its name. */
export interface Label {
  number: string | null;
  name: string | null;
}

/** Undefined for what no look has found. */
export type LabelOf = (kind: WatchedKind, id: number) => Label | undefined;

/** How the watch reads; throws `ProxyError` where the provider can't be read whole. */
export interface Reader {
  sip: (known: KnownStates) => Promise<Look>;
  external: (known: KnownStates) => Promise<Look>;
  /** As of the last look. */
  labelOf: LabelOf;
}

export interface ReaderOptions {
  read: ReadForServer;
  /** Of the sandbox; null is the default one. */
  office: string | null;
  /** Milliseconds between two looks. */
  everyMs: number;
  now: () => number;
  signal: AbortSignal;
}

/** The list of accounts says who is still being created. Milliseconds for which it counts. */
const ACCOUNTS_MS = 60 * 60_000;
/** The same while an account is being created, or one is new. */
const NEW_ACCOUNTS_MS = 60_000;

export function createReader(options: ReaderOptions): Reader {
  const { read, office, everyMs, now, signal } = options;
  const maxAgeMs = acceptedAge(everyMs) * 1000;
  const sources = { maxAgeMs, signal, office };
  let accounts = { at: -Infinity, created: new Set<number>() };
  const extensions = new Map<number, string>();
  const labels = { sip: new Map<number, Label>(), external: new Map<number, Label>() };

  /** All pages of a list. */
  const readAll = async <Item extends { id: number }>(
    operation: Operation & { query: typeof paging },
  ): Promise<PagerState<Item>["list"] & { at: number }> => {
    let state: PagerState<Item> | undefined;
    const pages = readPages<Item>(async (query) => {
      const { data, ageMs } = await read(operation, { query }, sources);
      return { data: data as Page<Item>, age: ageMs / 1000 };
    });
    for await (state of pages);
    if (state === undefined || state.list.truncated) throw unacceptable("truncated");
    return { ...state.list, at: state.oldest };
  };

  const readCreated = async (ids: readonly number[]): Promise<ReadonlySet<number>> => {
    const isNew = ids.some((id) => !accounts.created.has(id));
    if (now() - accounts.at < (isNew ? NEW_ACCOUNTS_MS : ACCOUNTS_MS)) return accounts.created;
    const at = now();
    const { items } = await readAll<ListedSipAccount>(listSipAccounts);
    const created = items.filter((account) => account.finally_created);
    accounts = { at, created: new Set(created.map(({ id }) => id)) };
    for (const { id, number } of items) extensions.set(id, String(number));
    return accounts.created;
  };

  return {
    sip: async (known) => {
      const { items, at } = await readAll<SipStatus>(listSipStatuses);
      const created = await readCreated(items.map(({ id }) => id));
      labels.sip = new Map(
        items.map(({ id, name }) => [id, { number: extensions.get(id) ?? null, name }]),
      );
      const rows = items.filter(({ id }) => created.has(id) || isSeen(known, id));
      const states = rows.map(({ id, on_line }) => [id, onlineIf(on_line)] as const);
      return { kind: "sip", at, states: new Map(states) };
    },
    external: async (known) => {
      const at = now();
      const { data } = await read(listExternalNumbers, {}, sources);
      labels.external = new Map(
        data.external_numbers.flatMap(({ id, number }) =>
          typeof id === "number" ? [[id, { number, name: null }] as const] : [],
        ),
      );
      const states = data.external_numbers.flatMap(({ id, type, status }) => {
        if (typeof id !== "number" || toConnectionType(type) !== "ate") return [];
        const text = typeof status === "string" ? status : "";
        const listed = typeof status === "boolean" ? status : undefined;
        const state = toRegistrationState(text, listed);
        // What the provider does not say leaves it as it was.
        const seen = known.get(id)?.state;
        if (state === "unknown") return seen && seen !== "absent" ? [[id, seen] as const] : [];
        return [[id, onlineIf(state === "registered")] as const];
      });
      return { kind: "external", at, states: new Map(states) };
    },
    labelOf: (kind, id) => labels[kind].get(id),
  };
}

const onlineIf = (isOnline: boolean): WatchedState => (isOnline ? "online" : "offline");

/** Nobody who was seen on line is being created. */
function isSeen(known: KnownStates, id: number): boolean {
  const state = known.get(id)?.state;
  return state !== undefined && state !== "absent";
}

import {
  type FetchQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useRef } from "react";
import { type ApiResponse, call } from "#api/client.ts";
import { journalHeaders } from "#api/journalHeaders.ts";
import type { Operation, Request } from "#api/operation.ts";
import { fetchFresh } from "./cache.ts";
import { mayBeDone } from "./errorText.ts";
import { invalidate, type Stale } from "./query.ts";

/** A successful write. */
export interface Written<Found = unknown> {
  /**
   * Whether its own response confirmed it; otherwise it was looked up after the response was lost.
   */
  answered: boolean;
  /** The id of what was created, from the response. */
  createdId: number | undefined;
  /** What was created, where `find` found it. */
  found: Found | undefined;
  /** Its entry in the journal; undefined where the response was lost. */
  entry: number | undefined;
}

/** Where to find what was created if the response does not identify it. */
interface Find<T extends Operation, Data, Found> {
  query: (request: Request<T>) => FetchQueryOptions<Data, Error, Data>;
  /** Picks it from a fresh list; `before` is the list as cached before the write. */
  pick: (list: Data, request: Request<T>, before: Data | undefined) => Found | undefined;
}

interface Options<T extends Operation, Data, Found> {
  /** Changes cached data at once: a refetch that is slow or fails must not make it look undone. */
  update?: (client: QueryClient, request: Request<T>) => Promise<void> | void;
  /**
   * What is stale afterwards. Called after a failure too (no `done`), unless the failure can't have
   * changed anything: the write may have been done nevertheless.
   */
  invalidates: (request: Request<T>, done: Written<Found> | undefined) => readonly Stale[];
  /** Looks up whether a write was done whose response was lost. */
  confirm?: (client: QueryClient, request: Request<T>) => Promise<boolean>;
  find?: Find<T, Data, Found>;
}

interface Sent<T extends Operation> {
  request: Request<T>;
  undoes: number | undefined;
}

/**
 * The one way to write to the server. `mutateAsync` rejects as `call` does, and with
 * `UnclearOutcomeError` where `confirm` can't decide. One request at a time, never repeated: a
 * second call while one is in flight sends nothing and shares its outcome. No request or response
 * (which may hold a secret) stays in the cache once the write has ended.
 */
export function useApiMutation<T extends Operation, Data = unknown, Found = undefined>(
  operation: T,
  { update, invalidates, confirm, find }: Options<T, Data, Found>,
) {
  const client = useQueryClient();
  const running = useRef<Promise<Written<Found>>>(undefined);
  const { mutateAsync, reset, isPending } = useMutation({
    mutationFn: async ({ request, undoes }: Sent<T>): Promise<Written<Found>> => {
      const list = find?.query(request);
      const before = list && client.getQueryData<Data>(list.queryKey);
      let response: ApiResponse<T> | undefined;
      try {
        response = await call(operation, request, {
          headers: journalHeaders({ undoes }),
        });
        await update?.(client, request);
      } catch (error) {
        if (confirm === undefined) throw error;
        await confirmDone(error, () => confirm(client, request));
      }
      const createdId = response?.createdId;
      let found: Found | undefined;
      if (find !== undefined && list !== undefined && createdId === undefined)
        found = await findCreated(client, list, (data) => find.pick(data, request, before));
      return { answered: response !== undefined, createdId, found, entry: response?.entry };
    },
    onSettled: (done, _, { request }) => void invalidate(client, ...invalidates(request, done)),
    gcTime: 0,
  });
  return {
    isPending,
    /** `undoes`: the journal's entry that this takes back. */
    mutateAsync: (request: Request<T>, undoes?: number): Promise<Written<Found>> => {
      running.current ??= mutateAsync({ request, undoes }).finally(() => {
        running.current = undefined;
        reset();
      });
      return running.current;
    },
  };
}

/** The outcome of a write is unknown: its response was lost, and looking it up failed too. */
export class UnclearOutcomeError extends Error {
  /** `cause`: why the write has no response. */
  constructor(cause: unknown) {
    super("Neither the write nor the lookup of its outcome got a response", { cause });
    this.name = "UnclearOutcomeError";
  }
}

/**
 * Looks up whether a failed write was done nevertheless. Resolves if it was; rejects with its
 * `error` if it was not, and with `UnclearOutcomeError` if the lookup fails too.
 */
export async function confirmDone(error: unknown, lookUp: () => Promise<boolean>): Promise<void> {
  if (!mayBeDone(error)) throw error;
  let done: boolean;
  try {
    done = await lookUp();
  } catch {
    throw new UnclearOutcomeError(error);
  }
  if (!done) throw error;
}

/** Finds what was created in a fresh list. A failed lookup does not fail the write: undefined. */
async function findCreated<Data, Found>(
  client: QueryClient,
  query: FetchQueryOptions<Data, Error, Data>,
  pick: (list: Data) => Found | undefined,
): Promise<Found | undefined> {
  try {
    return pick(await fetchFresh(client, query));
  } catch {
    return undefined;
  }
}

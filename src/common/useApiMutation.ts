import {
  type FetchQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useRef } from "react";
import { type ApiResponse, call } from "#api/client.ts";
import type { Operation, Request } from "#api/operation.ts";
import { fetchFresh } from "./cache.ts";
import { mayBeDone } from "./errorText.ts";
import { invalidate, type Stale } from "./query.ts";

/** A write that is done. */
export interface Written<Found = unknown> {
  /** Whether its own response says so; otherwise it was looked up after the response was lost. */
  answered: boolean;
  /** The id that the response gives to what was created. */
  createdId: number | undefined;
  /** What was created, where `find` found it. */
  found: Found | undefined;
}

/** Where to find what was created if the response does not name it. */
interface Find<T extends Operation, Data, Found> {
  query: (request: Request<T>) => FetchQueryOptions<Data, Error, Data>;
  /** Picks it from a fresh list; `before` is the list as cached before the write. */
  pick: (list: Data, request: Request<T>, before: Data | undefined) => Found | undefined;
}

interface Options<T extends Operation, Data, Found> {
  /** Changes cached data at once: a refetch that is slow or fails must not make it look undone. */
  update?: (client: QueryClient, request: Request<T>) => Promise<void> | void;
  /**
   * What is stale afterwards. Also after a failure (no `done`), unless the failure can't have
   * changed anything: it may have been done all the same.
   */
  invalidates: (request: Request<T>, done: Written<Found> | undefined) => readonly Stale[];
  /** Looks whether a write was done whose response was lost. */
  confirm?: (client: QueryClient, request: Request<T>) => Promise<boolean>;
  find?: Find<T, Data, Found>;
}

/**
 * The one way to write to the server. `mutateAsync` rejects as `call` does, and with
 * `UnclearOutcomeError` where `confirm` can't tell. One request at a time, never repeated: a second
 * call while one is running sends nothing and shares its outcome. No request or response (which may
 * hold a secret) stays in the cache once the write has ended.
 */
export function useApiMutation<T extends Operation, Data = unknown, Found = undefined>(
  operation: T,
  { update, invalidates, confirm, find }: Options<T, Data, Found>,
) {
  const client = useQueryClient();
  const running = useRef<Promise<Written<Found>>>(undefined);
  const { mutateAsync, reset, isPending } = useMutation({
    mutationFn: async (request: Request<T>): Promise<Written<Found>> => {
      const list = find?.query(request);
      const before = list && client.getQueryData<Data>(list.queryKey);
      let response: ApiResponse<T> | undefined;
      try {
        response = await call(operation, request);
        await update?.(client, request);
      } catch (error) {
        if (confirm === undefined) throw error;
        await confirmDone(error, () => confirm(client, request));
      }
      const createdId = response?.createdId;
      let found: Found | undefined;
      if (find !== undefined && list !== undefined && createdId === undefined)
        found = await findCreated(client, list, (data) => find.pick(data, request, before));
      return { answered: response !== undefined, createdId, found };
    },
    onSettled: (done, _, request) => void invalidate(client, ...invalidates(request, done)),
    retry: false,
    networkMode: "always",
    gcTime: 0,
  });
  return {
    isPending,
    mutateAsync: (request: Request<T>): Promise<Written<Found>> => {
      running.current ??= mutateAsync(request).finally(() => {
        running.current = undefined;
        reset();
      });
      return running.current;
    },
  };
}

/** Nobody knows whether a write was done: its response was lost, and so was that of the look. */
export class UnclearOutcomeError extends Error {
  /** `cause`: why the write has no response. */
  constructor(cause: unknown) {
    super("Neither the write nor the look at its outcome was answered", { cause });
    this.name = "UnclearOutcomeError";
  }
}

/**
 * Looks whether a failed write was done all the same. Resolves if it was; rejects with its `error`
 * if it was not, and with `UnclearOutcomeError` if the look fails too.
 */
export async function confirmDone(error: unknown, look: () => Promise<boolean>): Promise<void> {
  if (!mayBeDone(error)) throw error;
  let done: boolean;
  try {
    done = await look();
  } catch {
    throw new UnclearOutcomeError(error);
  }
  if (!done) throw error;
}

/** Finds what was created in a fresh list. A failure to look is no failure to create: undefined. */
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

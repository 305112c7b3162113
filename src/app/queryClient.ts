import { type Query, QueryClient } from "@tanstack/react-query";
import { type ApiError, isApiError, retryAfterMs } from "#api/errors.ts";

const RETRIES = 2;
/** What may well work a moment later. */
const TRANSIENT_KINDS: readonly ApiError["kind"][] = [
  "offline",
  "timeout",
  "provider",
  "tooManyRequests",
  "unintelligible",
];

/** Seconds: who is asked to wait longer is told so, instead of seeing a page load and load. */
const MAX_RETRY_AFTER_S = 5;

/** Reads are tried again at most twice, and only where that can help. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= RETRIES || !isApiError(error)) return false;
  return TRANSIENT_KINDS.includes(error.kind) && (error.retryAfter ?? 0) <= MAX_RETRY_AFTER_S;
}

/**
 * Milliseconds to wait: 0.5 s, then 1 s, with jitter; after what the server asks for, so that not
 * all who were asked to wait come back at once.
 */
export function retryDelay(failures: number, error: unknown, random = Math.random): number {
  return retryAfterMs(error) + 500 * 2 ** failures * (0.75 + random() / 2);
}

/** Milliseconds: what failed since was asked for by the page that opens, before it could show it. */
const RECENT_FAILURE_MS = 5_000;

/**
 * Whether a page that opens asks for what could not be read: not for what has failed just now, nor
 * before the provider allows it.
 */
export function shouldRetryOnMount({ state }: Pick<Query, "state">): boolean {
  const { error, errorUpdatedAt } = state;
  return Date.now() - errorUpdatedAt >= Math.max(retryAfterMs(error), RECENT_FAILURE_MS);
}

/** Writes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Whether the server answers, only it can say: a browser that takes itself for offline may
        // be wrong (a VPN, a virtual network).
        networkMode: "always",
        refetchOnReconnect: true,
        retry: shouldRetry,
        retryDelay,
        retryOnMount: shouldRetryOnMount,
        staleTime: 30_000,
        gcTime: 10 * 60_000,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

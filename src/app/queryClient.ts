import { type Query, QueryClient } from "@tanstack/react-query";
import { type ApiError, isApiError, retryAfterMs } from "#api/errors.ts";

const RETRIES = 2;
/** Errors that may not occur a moment later. */
const TRANSIENT_KINDS: readonly ApiError["kind"][] = [
  "offline",
  "timeout",
  "provider",
  "tooManyRequests",
  "unintelligible",
];

/** Seconds: a longer wait is shown as an error, instead of loading on and on. */
const MAX_RETRY_AFTER_S = 5;

/** Reads are retried at most twice, and only where that can help. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= RETRIES || !isApiError(error)) return false;
  return TRANSIENT_KINDS.includes(error.kind) && (error.retryAfter ?? 0) <= MAX_RETRY_AFTER_S;
}

/**
 * Milliseconds to wait: 0.5 s, then 1 s, with jitter; on top of the server's Retry-After, so that
 * clients do not all come back at once.
 */
export function retryDelay(failures: number, error: unknown, random = Math.random): number {
  return retryAfterMs(error) + 500 * 2 ** failures * (0.75 + random() / 2);
}

/**
 * Milliseconds: a more recent failure is of the opening page's own request, made before it
 * rendered.
 */
const RECENT_FAILURE_MS = 5_000;

/**
 * Whether a page that opens refetches a failed query: not if it has only just failed, nor before
 * the provider's Retry-After is over.
 */
export function shouldRetryOnMount({ state }: Pick<Query, "state">): boolean {
  const { error, errorUpdatedAt } = state;
  return Date.now() - errorUpdatedAt >= Math.max(retryAfterMs(error), RECENT_FAILURE_MS);
}

/** Writes are never repeated automatically. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Only the server can tell whether it is reachable: a browser that believes it is offline
        // may be wrong (a VPN, a virtual network).
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

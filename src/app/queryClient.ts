import { QueryClient } from "@tanstack/react-query";
import { type ApiError, isApiError } from "#api/errors.ts";

const RETRIES = 2;
/** What may well work a moment later. */
const PASSING: readonly ApiError["kind"][] = [
  "offline",
  "timeout",
  "provider",
  "tooManyRequests",
  "unintelligible",
];

/** Seconds: who is asked to wait longer is told so, instead of seeing a page load and load. */
const LONGEST_WAIT = 5;

/** Reads are tried again at most twice, and only where that can help. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= RETRIES || !isApiError(error)) return false;
  return PASSING.includes(error.kind) && (error.retryAfter ?? 0) <= LONGEST_WAIT;
}

/**
 * Milliseconds to wait: 0.5 s, then 1 s, with jitter; after what the server asks for, so that not
 * all who were asked to wait come back at once.
 */
export function retryDelay(failures: number, error: unknown, random = Math.random): number {
  const asked = isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
  return asked + 500 * 2 ** failures * (0.75 + random() / 2);
}

/** Writes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay, staleTime: 30_000, gcTime: 10 * 60_000 },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

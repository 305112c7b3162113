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

/** Milliseconds to wait: what the server asks for, else 0.5 s, 1 s with jitter. */
export function retryDelay(failures: number, error: unknown, random = Math.random): number {
  if (isApiError(error) && error.retryAfter !== undefined) return error.retryAfter * 1000;
  return 500 * 2 ** failures * (0.75 + random() / 2);
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

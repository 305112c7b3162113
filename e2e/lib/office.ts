import { type APIRequestContext, expect } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import type { Fault } from "#sandbox/faults.ts";
import type { LoggedRequest } from "#sandbox/requestLog.ts";

type OfficeOptions = { accounts?: number; seed?: number; live?: boolean };

/** The test's own office in the sandbox, reached through the proxy like the app does. */
export interface Office {
  /** Resets the office; by default to 24 accounts whose statuses do not change. */
  reset: (options?: OfficeOptions) => Promise<void>;
  /** Replaces the faults; without arguments, removes all. */
  faults: (...faults: readonly Fault[]) => Promise<void>;
  /** Overrides statuses by account id. */
  statuses: (online: Readonly<Record<number, boolean>>) => Promise<void>;
  /** The requests that reached the office, oldest first; optionally of one operation (`PUT /sip`). */
  requests: (operation?: string) => Promise<LoggedRequest[]>;
  /** Ends once the server's watch has looked, and reads the list of accounts no more for a while. */
  watched: () => Promise<void>;
  /** Changes data as another client would; returns the id from `Location`, if there is one. */
  change: (
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: object,
  ) => Promise<number>;
}

/** Retries when the server has just closed an idle connection. */
const maxRetries = 2;

/** `request` has to send the header that names the office. */
export function createOfficeClient(request: APIRequestContext): Office {
  const control = async (method: string, path: string, data?: unknown): Promise<unknown> => {
    const response = await request.fetch(`/__sandbox/${path}`, {
      method,
      maxRetries,
      headers: OWN_HEADER,
      ...(data === undefined ? {} : { data }),
    });
    expect(response.ok(), `sandbox ${method} ${path}`).toBe(true);
    return response.json();
  };
  const lookedAt = async () => {
    const response = await request.get("/api/pult/watch", { maxRetries });
    return ((await response.json()) as { lookedAt: string | null }).lookedAt;
  };
  return {
    reset: async (options = {}) => {
      await control("POST", "reset", { accounts: 24, seed: 1, live: false, ...options });
    },
    faults: async (...faults) => {
      await control("PUT", "faults", faults);
    },
    statuses: async (online) => {
      await control("PUT", "statuses", online);
    },
    requests: async (operation) => {
      const all = (await control("GET", "requests")) as LoggedRequest[];
      return operation === undefined ? all : all.filter((one) => one.operation === operation);
    },
    watched: async () => {
      await expect.poll(lookedAt).not.toBeNull();
    },
    change: async (method, path, body = {}) => {
      const response = await request.fetch(`/api/v1${path}`, {
        method,
        maxRetries,
        headers: OWN_HEADER,
        data: body,
      });
      expect(response.ok(), `${method} ${path}`).toBe(true);
      return Number(response.headers().location?.split("/").at(-1));
    },
  };
}

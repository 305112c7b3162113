import { type APIRequestContext, expect } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import type { Fault } from "#sandbox/faults.ts";
import type { LoggedRequest } from "#sandbox/requestLog.ts";

type OfficeOptions = { accounts?: number; seed?: number; live?: boolean };

/** One test's own office in the sandbox, reached through the proxy as the app reaches it. */
export interface Office {
  /** Resets the office; 24 accounts that do not flicker unless told otherwise. */
  reset: (options?: OfficeOptions) => Promise<void>;
  /** Replaces the faults; none ends them all. */
  faults: (...faults: readonly Fault[]) => Promise<void>;
  /** Says which accounts are online, by id; the others stay as they were made up. */
  statuses: (online: Readonly<Record<number, boolean>>) => Promise<void>;
  /** What the office was asked for, oldest first; of one operation (`PUT /sip`) when it is named. */
  requests: (operation?: string) => Promise<LoggedRequest[]>;
  /** Changes the office behind the app's back; gives the id out of `Location`, if there is one. */
  change: (method: "PUT" | "PATCH" | "DELETE", path: string, body?: object) => Promise<number>;
}

/** A connection that the server has just closed for being idle is worth a second one. */
const maxRetries = 2;

/** `request` carries the header that names the office. */
export function officeOf(request: APIRequestContext): Office {
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

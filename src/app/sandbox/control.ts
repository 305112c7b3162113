import type { QueryClient } from "@tanstack/react-query";
import { basePath } from "#paths";
import { discardDrafts } from "#ui/form/draft/discardDrafts.ts";
import { sessionQuery } from "../session.ts";
import { OWN_HEADER } from "#api/ownHeader.ts";

/** A fault of the sandbox and the operation (`GET /sip`, or `*`) that it affects. */
export interface Fault {
  operation: string;
  fault: string;
  /** For how many more requests; if left out, until it is replaced. */
  times?: number;
}

export interface Office {
  office: string;
  accounts: number;
  seed: number;
}

/** Calls the sandbox's control API; throws an error with its message when it fails. */
async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${basePath}/__sandbox/${path}`, {
    method,
    headers: { "Content-Type": "application/json", ...OWN_HEADER },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const payload = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(payload.message ?? response.statusText);
  return payload;
}

export const sandboxControl = {
  office: () => request<Office>("GET", "office"),
  faultExamples: () => request<string[]>("GET", "fault-examples"),
  faults: () => request<Fault[]>("GET", "faults"),
  setFaults: (faults: readonly Fault[]) => request<Fault[]>("PUT", "faults", faults),
  /** Steps by account id: from so many seconds on it is online, or not. */
  setStatuses: (statuses: Record<number, { after: number; online: boolean }[]>) =>
    request<unknown>("PUT", "statuses", statuses),
  reset: (office: { accounts: number; seed: number }) => request<Office>("POST", "reset", office),
};

/** Loads everything again, and drops drafts: the office is another one. */
export async function forgetOffice(client: QueryClient): Promise<void> {
  discardDrafts();
  // All but the mode: without it, the button that opened the panel would unmount, and mount again
  // without focus.
  await client.resetQueries({
    predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0],
  });
}

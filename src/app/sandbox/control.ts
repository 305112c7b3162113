import { basePath } from "#paths";
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
  reset: (office: { accounts: number; seed: number }) => request<Office>("POST", "reset", office),
};

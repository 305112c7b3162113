import { call } from "./client.ts";
import { getSipAccount } from "./sip.ts";

/**
 * Fetches an account's password; no other call returns it to the browser. Call it only when the
 * user wants to see or copy it, and keep the result out of caches and storage.
 */
export async function revealPassword(id: number, signal: AbortSignal): Promise<string | undefined> {
  const { data } = await call(getSipAccount, { params: { id } }, { signal, reveal: true });
  return data.password;
}

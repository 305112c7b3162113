import { call } from "./client.ts";
import { getSipAccount, type SipAccount } from "./sip.ts";

/**
 * Fetches an account with its password; no other call returns that to the browser. Call it only when
 * the user wants to see, copy or hand it over, and keep the result out of caches and storage.
 */
export async function revealAccount(id: number, signal: AbortSignal): Promise<SipAccount> {
  const { data } = await call(getSipAccount, { params: { id } }, { signal, reveal: true });
  return data;
}

import type { Transport } from "#api/handover.ts";
import type { Result } from "#api/operation.ts";
import { parseResponse } from "#api/parseResponse.ts";
import { getSipAccount } from "#api/sip.ts";
import { unacceptable } from "#proxy/upstreamError.ts";
import type { ReadUpstream } from "#proxy/write.ts";

/** What a phone needs, and what its person is called. */
export interface Credentials {
  name: string;
  extension: string;
  server: string;
  login: string;
  password: string;
  transport: Transport;
  port: number;
}

/** Reads an account, and makes sure that it is the one asked for. Throws `ProxyError`. */
export async function readAccount(
  read: ReadUpstream,
  id: number,
): Promise<Result<typeof getSipAccount>> {
  const parsed = parseResponse(getSipAccount, await read("getSipAccount", { params: { id } }));
  if (!("data" in parsed)) throw unacceptable(parsed.invalidPath);
  if (parsed.data.id !== id) throw unacceptable("ANOTHER_ACCOUNT");
  return parsed.data;
}

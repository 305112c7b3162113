import type { SipAccount } from "#api/sip.ts";
import type { Connection } from "#domain/handover/credentials.ts";

type Known = Pick<SipAccount, "name" | "number" | "login" | "server">;

/** What a device needs, of an account and of how it is reached. */
export function toCredentials<P extends string | undefined>(
  { name, number, login, server }: Known,
  password: P,
  connection: Connection,
) {
  return { name, extension: number, login, server, password, ...connection };
}

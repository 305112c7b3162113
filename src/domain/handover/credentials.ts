import type { Transport } from "#api/handover.ts";

/** The port of SIP over UDP and TCP, and of SIP over TLS (RFC 3261, 19.1.2). */
export const standardPort = (transport: Transport): number => (transport === "tls" ? 5061 : 5060);

/** How a device reaches the provider: the API returns nothing of it. */
export interface Connection {
  transport: Transport;
  port: number;
}

/** What a device needs to register an account. */
export interface Credentials extends Connection {
  name: string;
  /** The short number inside the office. It is not the login. */
  extension: number;
  login: string;
  password: string;
  server: string;
}

/** The server as people type it: with its port where that is not 5060. */
export function serverText({ server, port }: Pick<Credentials, "server" | "port">): string {
  return port === 5060 ? server : `${server}:${port}`;
}

/** The same as a device understands it: without a port it takes that of its transport. */
export function hostText({ server, port, transport }: Credentials): string {
  return port === standardPort(transport) ? server : `${server}:${port}`;
}

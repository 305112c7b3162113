import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Sends the server's port to the parent process. */
export function reportPort(server: Server): void {
  process.send?.((server.address() as AddressInfo).port);
}

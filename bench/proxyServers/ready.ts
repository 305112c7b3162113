import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Tells the bench, whose child this process is, where a server listens. */
export function ready(server: Server): void {
  process.send?.((server.address() as AddressInfo).port);
}

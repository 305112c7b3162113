import { useState } from "react";
import { isJsonObject } from "#api/errorBody.ts";
import { LIMITS } from "#api/fields.ts";
import { TRANSPORTS } from "#api/handover.ts";
import { type Connection, standardPort } from "#domain/handover/credentials.ts";
import { readStored, writeStored } from "#i18n/storage.ts";

const KEY = "pult-handover-connection";
const DEFAULT: Connection = { transport: "udp", port: standardPort("udp") };

export const isPort = (port: unknown): port is number =>
  Number.isInteger(port) && Number(port) >= LIMITS.port.min && Number(port) <= LIMITS.port.max;

function read(stored: string | null): Connection {
  try {
    const value: unknown = JSON.parse(stored ?? "");
    if (!isJsonObject(value)) return DEFAULT;
    const { port } = value;
    const transport = TRANSPORTS.find((one) => one === value["transport"]);
    return transport !== undefined && isPort(port) ? { transport, port } : DEFAULT;
  } catch {
    return DEFAULT;
  }
}

/** Transport and port, which the provider does not return: as chosen in this browser last. */
export function useConnection() {
  const [connection, setConnection] = useState(() => read(readStored(KEY)));
  const change = (next: Connection) => {
    setConnection(next);
    writeStored(KEY, JSON.stringify(next));
  };
  return [connection, change] as const;
}

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  type ConnectionType,
  createExternalNumber,
  deleteExternalNumber,
  type ExternalNumber,
  listExternalNumbers,
  listExternalStatuses,
  updateExternalNumber,
} from "#api/externalNumbers.ts";
import type { Request } from "#api/operation.ts";
import { patchCached, fetchFresh } from "#common/cache.ts";
import { externalNumbersQuery } from "./queries.ts";
import { toConnectionType } from "./rows.ts";
import { invalidate } from "#common/query.ts";

// No `useMutation` anywhere here: its cache would keep a secret after the form is gone.

export type Connection = Request<typeof createExternalNumber>["body"];

/** Makes list and registrations stale: also after a failure, as it may be done all the same. */
const readAgain = (client: QueryClient) =>
  invalidate(client, listExternalNumbers, listExternalStatuses);

const { queryKey } = externalNumbersQuery();

/** Connects a number; gives its row of a fresh list, undefined when it is not found there. */
export function useConnect() {
  const client = useQueryClient();
  return async (type: ConnectionType, body: Connection): Promise<ExternalNumber | undefined> => {
    try {
      await call(createExternalNumber, { params: { type }, body });
    } catch (error) {
      void readAgain(client);
      throw error;
    }
    const found = await findConnected(client, type, body.number);
    void (found === undefined ? readAgain(client) : invalidate(client, listExternalStatuses));
    return found;
  };
}

/** A failure to look is not a failure to connect: it gives undefined. */
async function findConnected(client: QueryClient, type: ConnectionType, number: number) {
  try {
    const numbers = await fetchFresh(client, externalNumbersQuery());
    return numbers.find(
      (row) =>
        toConnectionType(row.type) === type && row.number.replaceAll(/\D/g, "") === String(number),
    );
  } catch {
    return undefined;
  }
}

/** Saves a connection whole: the provider takes all fields of its kind. */
export function useUpdateConnection() {
  const client = useQueryClient();
  return async (type: ConnectionType, id: number, body: Connection): Promise<void> => {
    try {
      await call(updateExternalNumber, { params: { type, id }, body });
    } finally {
      void readAgain(client);
    }
  };
}

export function useDisconnect() {
  const client = useQueryClient();
  return async (type: ConnectionType, id: number): Promise<void> => {
    try {
      await call(deleteExternalNumber, { params: { type, id } });
      patchCached(client, queryKey, (list) =>
        list.filter((row) => row.id !== id || toConnectionType(row.type) !== type),
      );
    } finally {
      void readAgain(client);
    }
  };
}

import {
  createExternalNumber,
  deleteExternalNumber,
  listExternalNumbers,
  listExternalStatuses,
  updateExternalNumber,
} from "#api/externalNumbers.ts";
import { followExternalNumber } from "#api/forwarding.ts";
import { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import type { Request } from "#api/operation.ts";
import { patchCached } from "#common/cache.ts";
import { externalNumbersQuery } from "./queries.ts";
import { toConnectionType } from "./rows.ts";
import { useApiMutation } from "#common/useApiMutation.ts";

export type Connection = Request<typeof createExternalNumber>["body"];

/** Connects a number; finds its row in a fresh list. */
export const useConnect = () =>
  useApiMutation(createExternalNumber, {
    find: {
      query: () => externalNumbersQuery(),
      pick: (rows, { params, body }) =>
        rows.find(
          ({ type, number }) =>
            toConnectionType(type) === params.type &&
            number.replaceAll(/\D/g, "") === String(body.number),
        ),
    },
    invalidates: (_, done) => [
      listExternalStatuses,
      ...(done?.found === undefined ? [listExternalNumbers] : []),
    ],
  });

/** Saves a connection whole: the provider takes all fields of its kind. */
export const useUpdateConnection = () =>
  useApiMutation(updateExternalNumber, {
    invalidates: () => [listExternalNumbers, listExternalStatuses],
  });

export const useDisconnect = () =>
  useApiMutation(deleteExternalNumber, {
    update: (client, { params }) => {
      patchCached(client, externalNumbersQuery().queryKey, (rows) =>
        rows.filter(({ id, type }) => id !== params.id || toConnectionType(type) !== params.type),
      );
    },
    invalidates: () => [listExternalNumbers, listExternalStatuses],
  });

/** Sets the forwarding of a number, whatever it was before. */
export const useFollow = () =>
  useApiMutation(followExternalNumber, {
    // A failure may mean that the number was deleted, so the list is refetched. It does not show
    // the forwarding itself.
    invalidates: (_, done) => [
      listRememberedForwarding,
      ...(done === undefined ? [listExternalNumbers] : []),
    ],
  });

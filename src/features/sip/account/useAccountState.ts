import { useQuery } from "@tanstack/react-query";
import { type CachedAccount, statusesQuery } from "#domain/sip/queries.ts";
import { toSipState } from "#domain/sip/rows.ts";

/** The state of an account: undefined while it is loading, "unknown" while it can't be refreshed. */
export function useAccountState({ id, finally_created: created }: CachedAccount) {
  const { data, isError } = useQuery({
    ...statusesQuery(),
    select: ({ items, complete }) => ({
      online: items.find((status) => status.id === id)?.on_line,
      complete,
    }),
  });
  const online = isError ? undefined : data?.online;
  const isKnown = !created || online !== undefined || isError || data?.complete === true;
  return { state: isKnown ? toSipState(created, online) : undefined, statusesUnread: isError };
}

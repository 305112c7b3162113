import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { isUnknownUser } from "#domain/smartNumbers/errors.ts";
import { smartNumbersQuery } from "#domain/smartNumbers/queries.ts";
import {
  removeUser,
  storeUser,
  subscribeToSeenUsers,
  type SeenUser,
  seenUsers,
} from "#domain/smartNumbers/users.ts";

interface SeenUsers {
  seen: readonly SeenUser[];
  /** How many numbers the current user has; undefined until all pages have loaded. */
  numbers: number | undefined;
}

/** The users seen in this browser; adds the current one once the provider has confirmed it. */
export function useSeenUsers(user: number | undefined): SeenUsers {
  const list = useQuery({ ...smartNumbersQuery(user ?? 0), enabled: user !== undefined });
  const numbers = list.data?.complete === true ? list.data.items.length : undefined;
  const unknown = isUnknownUser(list.error);
  useEffect(() => {
    if (user === undefined) return;
    if (unknown) removeUser(user);
    else if (numbers !== undefined) storeUser({ id: user, numbers });
  }, [user, numbers, unknown]);
  const seen = useSyncExternalStore(subscribeToSeenUsers, seenUsers);
  return { seen, numbers };
}

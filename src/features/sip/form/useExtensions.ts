import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { LIMITS } from "#api/fields.ts";
import { isPartial } from "#common/query.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { nextFreeExtension } from "../view.ts";

export interface Holder {
  id: number;
  name: string;
}

export interface Extensions {
  /** The next free one; undefined until the whole list is known. */
  free: number | undefined;
  /** The account that has an extension. */
  holder: (extension: number) => Holder | undefined;
  /** The whole list was read: what it says is held against a form. Otherwise the provider decides. */
  isSure: boolean;
}

/** Who has which extension, as far as the list of accounts is known. */
export function useExtensions(): Extensions {
  const { data, isError } = useQuery({ ...accountsQuery(), refetchInterval: false });
  return useMemo(() => {
    const holders = new Map(data?.items.map(({ number, id, name }) => [number, { id, name }]));
    const isComplete = !isPartial(data);
    return {
      free: isComplete ? nextFreeExtension(holders.keys(), LIMITS.extension) : undefined,
      holder: (extension) => holders.get(extension),
      isSure: isComplete && !isError,
    };
  }, [data, isError]);
}

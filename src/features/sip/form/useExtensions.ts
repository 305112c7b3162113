import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { LIMITS } from "#api/fields.ts";
import { accountsQuery } from "#common/sip/queries.ts";
import { nextFreeExtension } from "../view.ts";

export interface Extensions {
  /** The next free one; undefined until the whole list is known. */
  free: number | undefined;
  /** Name of the account that has an extension. */
  holder: (extension: number) => string | undefined;
}

/** Who has which extension, as far as the list of accounts is known. */
export function useExtensions(): Extensions {
  const { data } = useQuery({ ...accountsQuery(), refetchInterval: false });
  return useMemo(() => {
    const names = new Map(data?.items.map((account) => [account.number, account.name]));
    return {
      free:
        data?.complete === true && !data.cut
          ? nextFreeExtension(names.keys(), LIMITS.extension)
          : undefined,
      holder: (extension) => names.get(extension),
    };
  }, [data]);
}

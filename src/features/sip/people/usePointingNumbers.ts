import { useQuery } from "@tanstack/react-query";
import type { Forwarding } from "#api/forwarding.ts";
import { useReasonText } from "#common/errorText.ts";
import { externalNumbersQuery } from "#domain/externalNumbers/queries.ts";
import { rememberedForwardingQuery } from "#domain/externalNumbers/remembered.ts";
import { toConnectionType } from "#domain/externalNumbers/rows.ts";
import { numbersTo, type PointingNumber } from "#domain/people/redirect.ts";

export interface PointingNumbers {
  numbers: readonly PointingNumber[];
  /** Read, or known not to be readable. */
  isReady: boolean;
  /** Why it could not be read, in words. */
  reason: string | undefined;
  retry: () => void;
}

/** The external numbers that lead to an account, as last set from Pult. */
export function usePointingNumbers(account: number): PointingNumbers {
  const reasonText = useReasonText();
  const remembered = useQuery({ ...rememberedForwardingQuery(), refetchOnMount: "always" });
  const list = useQuery(externalNumbersQuery());
  const numberOf = ({ number_type, number_id }: Forwarding) =>
    list.data
      ?.find((one) => one.id === number_id && toConnectionType(one.type) === number_type)
      ?.number.replaceAll(/\D/g, "");
  const isRead = remembered.data !== undefined && remembered.isFetchedAfterMount;
  return {
    numbers: numbersTo(account, remembered.data ?? [], numberOf),
    isReady: isRead || remembered.isError,
    reason: isRead || !remembered.isError ? undefined : reasonText(remembered.error),
    retry: () => void remembered.refetch(),
  };
}

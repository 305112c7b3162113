import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import type { useCountries } from "#domain/directions/useCountries.ts";

type Props = Pick<ReturnType<typeof useCountries>, "all" | "allowed">;

/** Shows in a panel that the directions, or what is open, could not be read or are stale. */
export function UnreadNotice({ all, allowed }: Props) {
  const failed = [all, allowed].filter(({ isError }) => isError);
  const [worst] = [...failed].sort((one, other) => one.dataUpdatedAt - other.dataUpdatedAt);
  if (worst === undefined) return null;
  const retry = () => {
    for (const query of failed) void query.refetch();
  };
  if (worst.data === undefined) return <LoadErrorNotice error={worst.error} onRetry={retry} />;
  return <StaleNotice error={worst.error} at={worst.dataUpdatedAt} onRetry={retry} />;
}

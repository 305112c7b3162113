import { useCallback, useMemo } from "react";
import { useAddressParams } from "../useAddressParams.ts";

/**
 * The view stored in the URL, and a function that changes it. Back undoes each change. `read` and
 * `write` must be stable.
 */
export function useAddressView<V extends object>(
  read: (params: URLSearchParams) => V,
  write: (params: URLSearchParams, part: Partial<V>) => URLSearchParams,
): { view: V; change: (part: Partial<V>) => void } {
  const { params, change: changeParams } = useAddressParams();
  const view = useMemo(() => read(params), [read, params]);
  const change = useCallback(
    (part: Partial<V>) => changeParams((old) => write(old, part)),
    [changeParams, write],
  );
  return { view, change };
}

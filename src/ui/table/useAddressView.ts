import { useCallback, useMemo } from "react";
import { useLocation, useSearchParams } from "react-router";

/**
 * The view in the address, and a way to change it. Each change is a step that Back undoes; what
 * else the address carries (its state) stays. `read` and `write` are the same at each render.
 */
export function useAddressView<V extends object>(
  read: (params: URLSearchParams) => V,
  write: (params: URLSearchParams, part: Partial<V>) => URLSearchParams,
): { view: V; change: (part: Partial<V>) => void } {
  const [params, setParams] = useSearchParams();
  const state: unknown = useLocation().state;
  const view = useMemo(() => read(params), [read, params]);
  const change = useCallback(
    (part: Partial<V>) => setParams((old) => write(old, part), { preventScrollReset: true, state }),
    [setParams, write, state],
  );
  return { view, change };
}

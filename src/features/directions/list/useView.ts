import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { readView, type View, writeView } from "./view.ts";

/** The view in the address, and a way to change it. Each change is a step that Back undoes. */
export function useView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (part: Partial<View>) => setParams((old) => writeView(old, part), { preventScrollReset: true }),
    [setParams],
  );
  return { view, change };
}

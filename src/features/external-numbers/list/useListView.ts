import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type ListView, readView, writeView } from "../view.ts";

/** The view in the address, and a way to change it. Each change is a step that Back undoes. */
export function useListView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (part: Partial<ListView>) =>
      setParams((old) => writeView(old, part), { preventScrollReset: true }),
    [setParams],
  );
  return { view, change };
}

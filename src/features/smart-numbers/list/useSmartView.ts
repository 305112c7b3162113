import { useCallback, useMemo } from "react";
import { useLocation, useSearchParams } from "react-router";
import { readView, type SmartView, writeView } from "../view.ts";

/** The view in the address, and a way to change it. Each change is a step that Back undoes. */
export function useSmartView() {
  const [params, setParams] = useSearchParams();
  const state: unknown = useLocation().state;
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (part: Partial<SmartView>) =>
      setParams((old) => writeView(old, part), { preventScrollReset: true, state }),
    [setParams, state],
  );
  return { view, change };
}

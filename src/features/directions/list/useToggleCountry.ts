import { useCallback, useRef } from "react";
import { canToggle, getCodeGroup } from "#domain/directions/model.ts";
import { getTargetState } from "../draft/plan.ts";
import { useDraft } from "../draft/context.ts";
import { stageAll, toggle } from "../draft/stagedChanges.ts";
import type { Line } from "./view.ts";

/** Toggles a country in the draft; with `range`, all from the last one toggled to this one. */
export function useToggleCountry(lines: readonly Line[]): (id: string, range: boolean) => void {
  const { sharing, setStaged } = useDraft();
  const last = useRef<string>(undefined);
  return useCallback(
    (id, range) => {
      const from = last.current;
      last.current = id;
      setStaged((latest) => {
        const to = lines.findIndex((line) => line.id === id);
        const line = lines[to];
        if (line?.kind !== "row") return latest;
        const { country } = line.row;
        const sameCode = sharing.get(getCodeGroup(country)) ?? [country];
        const start = range ? lines.findIndex((one) => one.id === from) : -1;
        if (start < 0) return toggle(latest, country, sameCode);
        const open = getTargetState(country, sameCode, latest) === false;
        const between = lines
          .slice(Math.min(start, to), Math.max(start, to) + 1)
          .flatMap((one) => (one.kind === "row" ? [one.row.country] : []))
          .filter((one) => one.open !== undefined && canToggle(one, !one.open));
        return stageAll(latest, between, open);
      });
    },
    [lines, sharing, setStaged],
  );
}

import { useCallback, useRef } from "react";
import { canTurn, groupOf } from "#common/directions/model.ts";
import { wantedOf } from "../draft/plan.ts";
import { useDraft } from "../draft/context.ts";
import { allTurned, turned } from "../draft/wishes.ts";
import type { Line } from "./view.ts";

/** Turns a country in the draft; with `range`, all from the last one that was turned to this. */
export function useTurn(lines: readonly Line[]): (id: string, range: boolean) => void {
  const { sharing, setWishes } = useDraft();
  const last = useRef<string>(undefined);
  return useCallback(
    (id, range) => {
      const from = last.current;
      last.current = id;
      setWishes((latest) => {
        const to = lines.findIndex((line) => line.id === id);
        const line = lines[to];
        if (line?.kind !== "row") return latest;
        const { country } = line.row;
        const alike = sharing.get(groupOf(country)) ?? [country];
        const start = range ? lines.findIndex((one) => one.id === from) : -1;
        if (start < 0) return turned(latest, country, alike);
        const open = wantedOf(country, alike, latest) === false;
        const between = lines
          .slice(Math.min(start, to), Math.max(start, to) + 1)
          .flatMap((one) => (one.kind === "row" ? [one.row.country] : []))
          .filter((one) => one.open !== undefined && canTurn(one, !one.open));
        return allTurned(latest, between, open);
      });
    },
    [lines, sharing, setWishes],
  );
}

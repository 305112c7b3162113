import type { ReactNode } from "react";
import { FilterChip } from "#ui/FilterChip.tsx";
import { ListBar } from "#ui/table/ListBar.tsx";
import list from "#ui/table/List.module.css";
import { useText } from "#i18n/texts.ts";
import { GROUPINGS, type Show, SHOWS, type View } from "./view.ts";

interface Props {
  view: View;
  counts: Record<Show | "all", number>;
  /** Whether it is known what is open. */
  known: boolean;
  onChange: (part: Partial<View>) => void;
  children: ReactNode;
}

const KEYS = {
  open: "directions.filter.open",
  closed: "directions.filter.closed",
  risky: "directions.filter.risky",
  "risky-open": "directions.filter.riskyOpen",
} as const;

/** Which countries are shown, and in which groups. */
export function Filters({ view, counts, known, onChange, children }: Props) {
  const t = useText();
  const worthShowing = (show: Show) =>
    show === "risky" || (known && (show !== "risky-open" || counts[show] > 0));
  const shown = SHOWS.filter((show) => view.show === show || worthShowing(show));
  return (
    <ListBar
      label={t("directions.filters")}
      filters={
        <>
          <FilterChip
            text={t("directions.filter.all")}
            count={counts.all}
            pressed={view.show === undefined}
            onClick={() => onChange({ show: undefined })}
          />
          {shown.map((show) => (
            <FilterChip
              key={show}
              text={t(KEYS[show])}
              count={counts[show]}
              pressed={view.show === show}
              onClick={() => onChange({ show: view.show === show ? undefined : show })}
            />
          ))}
        </>
      }
      active={Number(view.show !== undefined)}
      order={
        <span className={`${list.choice} ${list.atRight}`}>
          <select
            aria-label={t("directions.by")}
            value={view.by}
            onChange={({ target }) => onChange({ by: GROUPINGS.find((by) => by === target.value) })}
          >
            {GROUPINGS.map((by) => (
              <option key={by} value={by}>
                {t(`directions.by.${by}`)}
              </option>
            ))}
          </select>
        </span>
      }
    >
      {children}
    </ListBar>
  );
}

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { canToggle, getCodeGroup, localizeNames } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import { useRootScale } from "#ui/rootScale.ts";
import table from "#ui/table/DataTable.module.css";
import { MAX_PRINTED_ROWS, usePrinting } from "#ui/table/usePrinting.ts";
import { usePageOffset } from "#ui/table/usePageOffset.ts";
import { useText } from "#i18n/texts.ts";
import { useDraft } from "../draft/context.ts";
import { getPendingStatus } from "../draft/pendingStatus.ts";
import { CountryRow } from "./CountryRow.tsx";
import { GroupRow } from "./GroupRow.tsx";
import styles from "./List.module.css";
import { SelectAll } from "./SelectAll.tsx";
import { useExplained } from "./useExplained.ts";
import { useToggleCountry } from "./useToggleCountry.ts";
import { type Grouping, isRisky, type Line, withExplanation } from "./view.ts";
import { ExplanationRow } from "./ExplanationRow.tsx";

/** Rows kept ready above and below the screen, for fast scrolling and for the keyboard. */
const OVERSCAN = 10;
/** At the usual font size. */
const GROUP_HEIGHT = 32;
/** Until its height is known. */
const WHY_HEIGHT = 96;
const COLUMNS = [
  { id: "country", style: undefined },
  { id: "code", style: styles.code },
  { id: "state", style: styles.stateCell },
  { id: "actions", style: styles.action },
] as const;

interface Props {
  label: string;
  lines: readonly Line[];
  by: Grouping;
  /** Pixels. */
  rowHeight: number;
  compact: boolean;
}

/** The countries in their groups; scrolls with the page and holds only the rows on screen. */
export function CountryTable({ label, lines: countries, by, rowHeight, compact }: Props) {
  const t = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const margin = usePageOffset(body);
  const whyId = useId();
  const [whyHeight, setWhyHeight] = useState(WHY_HEIGHT);
  const { explained, explain } = useExplained();
  const lines = useMemo(() => withExplanation(countries, explained), [countries, explained]);
  const groupHeight = Math.round(GROUP_HEIGHT * useRootScale());
  const heights = { group: groupHeight, row: rowHeight, why: whyHeight };
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => heights[lines[index]?.kind ?? "row"],
    overscan: OVERSCAN,
    scrollMargin: margin,
    getItemKey: (index) => lines[index]?.id ?? index,
    useFlushSync: false,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight, groupHeight, whyHeight, lines]);
  const printing = usePrinting();
  const seen = virtual.getVirtualItems();
  const above = printing ? 0 : (seen[0]?.start ?? margin) - margin;
  const end = (seen.at(-1)?.end ?? margin) - margin;
  const below = printing ? 0 : virtual.getTotalSize() - end;
  const items = printing
    ? lines.slice(0, MAX_PRINTED_ROWS).map((line, index) => ({ index, key: line.id }))
    : seen;
  const toggleCountry = useToggleCountry(lines);
  const rows = useMemo(
    () => lines.flatMap((line) => (line.kind === "row" ? [line.row] : [])),
    [lines],
  );
  return (
    <table
      className={`${table.table} ${styles.table}`}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      data-compact={compact || undefined}
      style={{ "--row-height": `${rowHeight}px`, "--group-height": `${groupHeight}px` }}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={`${table.head} ${styles.check}`}>
            <SelectAll rows={rows} />
          </th>
          {COLUMNS.map(({ id, style }) => (
            <th key={id} scope="col" className={`${table.head} ${style ?? ""}`}>
              {t(`directions.column.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Spacer height={above} />
        {items.map(({ index, key }) => {
          const line = lines[index];
          if (line === undefined) return null;
          if (line.kind === "group") {
            return <GroupRow key={key} line={line} by={by} number={index + 2} />;
          }
          const number = index + 2;
          if (line.kind === "why") {
            const { row } = line;
            return (
              <ExplanationRow
                key={key}
                id={whyId}
                row={row}
                number={number}
                onHeight={setWhyHeight}
              />
            );
          }
          const why = line.id === explained ? whyId : undefined;
          const more = { number, why, onToggle: toggleCountry, onExplain: explain };
          return <DraftRow key={key} line={line} {...more} />;
        })}
        <Spacer height={below} />
      </tbody>
    </table>
  );
}

interface RowProps {
  line: Extract<Line, { kind: "row" }>;
  number: number;
  why: string | undefined;
  onToggle: (id: string, range: boolean) => void;
  onExplain: (id: string, button: HTMLElement) => void;
}

/** A row with what the draft makes of it: the row itself renders only when that changes. */
function DraftRow({ line: { row }, ...more }: RowProps) {
  const { staged, plan, sharing } = useDraft();
  const locale = useLocale();
  const { country } = row;
  const { status, wanted, along } = getPendingStatus(
    country,
    sharing.get(getCodeGroup(country)) ?? [country],
    staged,
    plan,
  );
  return (
    <CountryRow
      row={row}
      {...more}
      status={status}
      wanted={wanted}
      along={along === undefined ? "" : localizeNames(along, locale).own}
      risky={isRisky(country, sharing)}
      locked={country.open === undefined || !canToggle(country, !country.open)}
    />
  );
}

/** Stands for the rows that are not on screen. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className={table.spacer} style={{ height }} aria-hidden="true">
      <td colSpan={COLUMNS.length + 1} />
    </tr>
  );
}

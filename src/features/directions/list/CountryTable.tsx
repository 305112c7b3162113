import { useCallback, useId, useMemo, useRef, useState } from "react";
import { canToggle, getCodeGroup, localizeNames } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import { useRootScale } from "#ui/rootScale.ts";
import table from "#ui/table/DataTable.module.css";
import { MAX_PRINTED_ROWS, usePrinting } from "#ui/table/usePrinting.ts";
import { Spacer } from "#ui/table/TableFrame.tsx";
import { useVirtualRows } from "#ui/table/useVirtualRows.ts";
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

/** At the default font size. */
const GROUP_HEIGHT = 32;
/** Until its height is measured. */
const WHY_HEIGHT = 96;
const COLUMNS = [
  { id: "country", style: undefined },
  { id: "code", style: styles.code },
  { id: "state", style: styles.stateCell },
  { id: "actions", style: styles.action },
] as const;
const SPAN = COLUMNS.length + 1;

interface Props {
  label: string;
  lines: readonly Line[];
  by: Grouping;
  /** Pixels. */
  rowHeight: number;
  compact: boolean;
}

/** The countries in their groups; scrolls with the page and mounts only the rows on screen. */
export function CountryTable({ label, lines: countries, by, rowHeight, compact }: Props) {
  const t = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const whyId = useId();
  const [whyHeight, setWhyHeight] = useState(WHY_HEIGHT);
  const { explained, explain } = useExplained();
  const lines = useMemo(() => withExplanation(countries, explained), [countries, explained]);
  const groupHeight = Math.round(GROUP_HEIGHT * useRootScale());
  const getHeight = useCallback(
    (index: number) =>
      ({ group: groupHeight, row: rowHeight, why: whyHeight })[lines[index]?.kind ?? "row"],
    [lines, groupHeight, rowHeight, whyHeight],
  );
  const virtual = useVirtualRows(body, lines, getHeight);
  const printing = usePrinting();
  const { items, above, below } = printing
    ? { items: printedItems(lines), above: 0, below: 0 }
    : virtual;
  const toggleCountry = useToggleCountry(lines);
  const rows = useMemo(
    () => lines.flatMap((line) => (line.kind === "row" ? [line.row] : [])),
    [lines],
  );
  return (
    <table
      className={`card small tabular ${table.table} ${styles.table}`}
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
        <Spacer height={above} span={SPAN} />
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
        <Spacer height={below} span={SPAN} />
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

/** A row with its draft status: the row itself renders only when that changes. */
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

const printedItems = (lines: readonly Line[]) =>
  lines.slice(0, MAX_PRINTED_ROWS).map(({ id }, index) => ({ index, key: id }));

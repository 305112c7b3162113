import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { type KeyboardEvent, memo } from "react";
import { listNames } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import { CodeUntil } from "#common/switches/lazySwitches.ts";
import { RiskMark } from "#common/risk/RiskMark.tsx";
import table from "#ui/table/DataTable.module.css";
import { useText } from "#i18n/texts.ts";
import type { PendingStatus } from "../draft/pendingStatus.ts";
import styles from "./List.module.css";
import { RowAction } from "./RowAction.tsx";
import { withCode } from "../withCode.ts";
import { StateLabel } from "./StateLabel.tsx";
import type { CountryRow as Row } from "./view.ts";
import { ExplainButton } from "./ExplainButton.tsx";

interface Props {
  row: Row;
  /** The row's number for a screen reader. */
  number: number;
  status: PendingStatus;
  wanted: boolean;
  /** Name of the country that this one changes along with. */
  along: string;
  /** Opening it, or one that shares its code, requires a confirmation. */
  risky: boolean;
  /** Nothing can be changed, or not this one. */
  locked: boolean;
  /** Id of its explanation while it is shown. */
  why: string | undefined;
  onToggle: (id: string, range: boolean) => void;
  onExplain: (id: string, button: HTMLElement) => void;
}

/** Up to this many countries of the same code are named in a row, more are counted. */
const NAMED = 2;

/** One country: its checkbox, names, code and state, and the quick action. */
function CountryRowInner(props: Props) {
  const { row, number, status, wanted, along, risky, locked, why, onToggle, onExplain } = props;
  const { country, own, risk } = row;
  const t = useText();
  const state = <StateLabel status={status} along={along} />;
  const explained = { shown: why, onPress: (button: HTMLElement) => onExplain(row.id, button) };
  return (
    <tr className={table.row} data-row={row.id} aria-rowindex={number}>
      <td className={styles.check}>
        <label className={`row ${styles.checkArea}`}>
          <AdminsOnly>
            <input
              type="checkbox"
              checked={wanted}
              disabled={locked}
              aria-label={t("directions.allow", { country: withCode(own, country) })}
              onKeyDown={moveFocus}
              onChange={({ nativeEvent }) =>
                onToggle(row.id, "shiftKey" in nativeEvent && nativeEvent.shiftKey === true)
              }
            />
          </AdminsOnly>
        </label>
      </td>
      <th scope="row" className={styles.country}>
        <span className={`row gap-8 ${styles.names}`}>
          <span className="truncate strong" title={own}>
            {own}
          </span>
          {risk !== undefined && (
            <ExplainButton {...explained}>
              <RiskMark risk={risk} />
            </ExplainButton>
          )}
        </span>
        <Aside row={row} />
      </th>
      <td className={styles.code}>{country.code !== "" && `+${country.code}`}</td>
      <td className={styles.stateCell}>
        {status === "openAs" ? <ExplainButton {...explained}>{state}</ExplainButton> : state}
        {country.open === true && <CodeUntil code={country.code} />}
      </td>
      <td className={styles.action}>
        <RowAction row={row} status={status} risky={risky} locked={locked} />
      </td>
    </tr>
  );
}

/** Muted, below the name: the name in the other language, and who shares the code. */
function Aside({ row: { country, other, sameCode } }: { row: Row }) {
  const t = useText();
  const locale = useLocale();
  const names = listNames(sameCode, locale);
  const shared =
    sameCode.length > NAMED
      ? t("directions.alikeMany", { n: sameCode.length })
      : t("directions.alike", { names });
  const parts = [other, ...(sameCode.length > 0 ? [shared] : [])].filter(Boolean);
  const title = [other, names].filter(Boolean).join(" · ");
  return (
    <span className={`muted caption truncate ${styles.aside}`} title={title}>
      {country.code !== "" && <span className={styles.phoneCode}>+{country.code}</span>}
      <span className={styles.more}>{parts.join(" · ")}</span>
    </span>
  );
}

/** Arrow keys move between checkboxes; Tab does too, but through the buttons. */
function moveFocus(event: KeyboardEvent<HTMLInputElement>): void {
  const down = event.key === "ArrowDown";
  if (!down && event.key !== "ArrowUp") return;
  event.preventDefault();
  const ticks = [...(event.currentTarget.closest("tbody")?.querySelectorAll("input") ?? [])];
  ticks[ticks.indexOf(event.currentTarget) + (down ? 1 : -1)]?.focus();
}

/** Renders only when its own country or place changes: a toggle renders one row. */
export const CountryRow = memo(CountryRowInner);

import { createContext, type KeyboardEvent, useContext, useEffect, useRef } from "react";
import type { SipRow } from "#domain/sip/rows.ts";
import { select, toggleSelected, useIsSelected, useSelection } from "#domain/sip/selection.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./SipTable.module.css";

/** The rows of the list as they are shown, for ranges and for ticking all. */
export const Listed = createContext<readonly SipRow[]>([]);

/** Ticks an account; with Shift, all from the one ticked before. Arrow keys move between ticks. */
export function Tick({ row: { id, extension, name } }: { row: SipRow }) {
  const t = useText();
  const listed = useContext(Listed);
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={useIsSelected(id)}
        aria-label={t("sip.tick", { extension, name })}
        onKeyDown={moveFocus}
        onChange={({ nativeEvent }) =>
          toggleSelected(id, (nativeEvent as MouseEvent).shiftKey, listed)
        }
      />
    </label>
  );
}

function moveFocus(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const ticks = [...(event.currentTarget.closest("tbody")?.querySelectorAll("input") ?? [])];
  ticks[ticks.indexOf(event.currentTarget) + step]?.focus();
}

/** Ticks all that the list shows, or unticks them when all are ticked. */
export function TickAll() {
  const t = useText();
  const listed = useContext(Listed);
  const selected = useSelection();
  const box = useRef<HTMLInputElement>(null);
  const n = listed.filter(({ id }) => selected.has(id)).length;
  const all = n > 0 && n === listed.length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = n > 0 && !all;
  }, [n, all]);
  return (
    <label className={styles.tick}>
      <input
        ref={box}
        type="checkbox"
        checked={all}
        aria-label={t("sip.tickAll", { n: listed.length })}
        onChange={() =>
          select(
            !all,
            listed.map(({ id }) => id),
          )
        }
      />
    </label>
  );
}

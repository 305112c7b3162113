import { useId } from "react";
import type { Span } from "#domain/history/spans.ts";
import { WORKING_HOURS } from "#domain/history/workingHours.ts";
import { Bars, Hatching } from "./Bars.tsx";
import styles from "./Picture.module.css";
import type { Words } from "./spanText.ts";

const ROW = { from: 0, to: 1 };
const SAMPLES: readonly Span[][] = [
  [{ ...ROW, state: "online" }],
  [{ ...ROW, state: "offline" }],
  [{ ...ROW, state: "unknown", reason: "stopped" }],
];

/** What the bars mean, and which hours count as working ones. */
export function Legend({ words: { t, kind } }: { words: Words }) {
  const hatch = useId();
  const { from, to } = WORKING_HOURS;
  return (
    <p className="row wrap gap-4-12 caption muted">
      <Hatching id={hatch} />
      {SAMPLES.map((spans) =>
        spans.map(({ state }) => (
          <span key={state} className="inline-row gap-6">
            <span className={styles.swatch}>
              <Bars row={ROW} spans={spans} hatch={hatch} />
            </span>
            {t(`history.state.${kind}.${state}`)}
          </span>
        )),
      )}
      <span>{t("history.workingHours", { from, to })}</span>
    </p>
  );
}

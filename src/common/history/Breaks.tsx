import Button from "@mui/material/Button";
import { useState } from "react";
import type { Span } from "#domain/history/spans.ts";
import { exactText, spanText, type Words } from "./spanText.ts";
import styles from "./StateTimeline.module.css";

/** As many are shown at first. */
const FIRST = 50;

/** When it was not online, or nobody knows, newest first: the picture as a list that opens. */
export function Breaks({ spans, words }: { spans: readonly Span[]; words: Words }) {
  const { t, kind } = words;
  const [isOpen, setOpen] = useState(false);
  const [hasAll, setAll] = useState(false);
  const breaks = [...spans.entries()].filter(([, { state }]) => state !== "online").reverse();
  if (breaks.length === 0) return null;
  const shown = hasAll ? breaks : breaks.slice(0, FIRST);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={`small ${styles.summary}`}>
        {t(`history.breaks.${kind}`, { n: breaks.length })}
      </summary>
      {isOpen && (
        <>
          <ol className="small tabular">
            {shown.map(([index, span]) => (
              <li key={span.from} className={styles.break}>
                <time dateTime={new Date(span.from).toISOString()} title={exactText(span, words)}>
                  {spanText(spans, index, words)?.whole}
                </time>
              </li>
            ))}
          </ol>
          {shown.length < breaks.length && (
            <Button size="small" onClick={() => setAll(true)}>
              {t("history.allBreaks", { n: breaks.length })}
            </Button>
          )}
        </>
      )}
    </details>
  );
}

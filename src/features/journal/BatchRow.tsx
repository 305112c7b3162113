import Button from "@mui/material/Button";
import { useId, useState } from "react";
import type { JournalEntry } from "#api/journal.ts";
import { actionText, actorText } from "#common/journal/describe.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { isUndoable } from "#domain/journal/undo/planBatch.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { EntryRow } from "./EntryRow.tsx";
import styles from "./Journal.module.css";

interface Props {
  entries: readonly JournalEntry[];
  onUndo: (entry: JournalEntry) => void;
  /** Asks whether to take back all changes of a batch. */
  onUndoBatch: (batch: string) => void;
}

/** Changes that were made together, as one line that opens. */
export function BatchRow({ entries, onUndo, onUndoBatch }: Props) {
  const t = useText();
  const formats = useFormats();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [newest] = entries;
  if (newest === undefined) return null;
  const actions = [...new Set(entries.map((entry) => actionText(entry, t)))];
  const failed = entries.filter(({ outcome }) => outcome !== "done").length;
  return (
    <li className={styles.batch}>
      <div className={styles.entry}>
        <time className="muted tabular" dateTime={newest.at}>
          {formats.time(Date.parse(newest.at))}
        </time>
        <div className="stack gap-4">
          <button
            type="button"
            className={`bare row gap-6 ${styles.batchOpener}`}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? "up" : "down"} size={16} />
            <span>
              {t("journal.batch", { n: entries.length })} {actions.join(", ")}
            </span>
          </button>
          {failed > 0 && (
            <p className="small attention">{t("journal.batchFailed", { n: failed })}</p>
          )}
        </div>
        <div className={styles.side}>
          <span className="muted small">{actorText(newest.actor, t)}</span>
          {newest.batch !== null && entries.some((entry) => isUndoable(entry)) && (
            <AdminsOnly>
              <Button
                size="small"
                className={styles.undo}
                onClick={() => onUndoBatch(newest.batch ?? "")}
              >
                {t("undo.batch")}
              </Button>
            </AdminsOnly>
          )}
        </div>
      </div>
      <ol id={id} className={styles.inBatch} hidden={!open}>
        {open && entries.map((entry) => <EntryRow key={entry.id} entry={entry} onUndo={onUndo} />)}
      </ol>
    </li>
  );
}

import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { Link } from "react-router";
import type { JournalEntry } from "#api/journal.ts";
import { actionText, actorText, differences } from "#common/journal/describe.ts";
import { Differences } from "#common/journal/Differences.tsx";
import { objectName, ObjectName } from "#common/journal/ObjectName.tsx";
import { useNames } from "#common/journal/useNames.ts";
import { planUndo } from "#domain/journal/undo/planUndo.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Journal.module.css";

interface Props {
  entry: JournalEntry;
  /** A stable function that asks whether to take the change back. */
  onUndo: (entry: JournalEntry) => void;
}

/** One change: when, by whom, what of which object, how it ended, and how to take it back. */
export function EntryRow({ entry, onUndo }: Props) {
  const t = useText();
  const formats = useFormats();
  const names = useNames(entry);
  const { at, actor, outcome, message } = entry;
  const who = actorText(actor, t);
  const name = objectName(entry, names.phone);
  const changed = differences(entry, t, names);
  return (
    <li className={styles.entry}>
      <time className="muted tabular" dateTime={at}>
        {formats.time(Date.parse(at))}
      </time>
      <div className="stack gap-4">
        <p>
          {actionText(entry, t)} <ObjectName entry={entry} phone={names.phone} />
        </p>
        {changed.length > 0 && <Differences changed={changed} />}
        {outcome !== "done" && (
          <p className={`small ${outcome === "refused" ? "offline" : "attention"}`}>
            {t(`journal.outcome.${outcome}`)}
            {message !== null && `: ${t("journal.quote", { message })}`}
          </p>
        )}
        {entry.undoes !== null && <p className="small muted">{t("journal.undoes")}</p>}
        <NoUndoText entry={entry} />
      </div>
      <div className={styles.side}>
        {who !== "" && <span className="muted small">{who}</span>}
        <UndoButton entry={entry} onUndo={onUndo} what={`${actionText(entry, t)} ${name}`.trim()} />
      </div>
    </li>
  );
}

function UndoButton({ entry, onUndo, what }: Props & { what: string }) {
  const t = useText();
  if (!planUndo(entry).can) return null;
  return (
    <AdminsOnly>
      <Button
        size="small"
        className={styles.undo}
        aria-label={t("undo.buttonOf", { what })}
        onClick={() => onUndo(entry)}
      >
        {t("undo.button")}
      </Button>
    </AdminsOnly>
  );
}

/** Why a change can't be taken back, and what to do instead. */
function NoUndoText({ entry }: { entry: JournalEntry }) {
  const t = useText();
  const plan = planUndo(entry);
  if (plan.can || plan.reason === "nothing") return null;
  const { reason, next } = plan;
  return (
    <p className="small muted">
      {reason === "undone" ? t("journal.undone") : t(`undo.no.${reason}`)}{" "}
      {next !== undefined && (
        <Link to={next.path} state={next.like && { like: next.like }} className={styles.next}>
          {t(`undo.next.${next.text}`)}
        </Link>
      )}
    </p>
  );
}

import type { JournalEntry } from "#api/journal.ts";
import { fieldText, valueText } from "#common/journal/describe.ts";
import { Differences } from "#common/journal/Differences.tsx";
import { useNames } from "#common/journal/useNames.ts";
import { listNames } from "#domain/directions/model.ts";
import type { UndoPlan } from "#domain/journal/undo/plan.ts";
import type { UndoPreview } from "#domain/journal/undo/runUndo.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import styles from "./Journal.module.css";

interface Props {
  entry: JournalEntry;
  preview: UndoPreview;
}

/** What an undo will change, and what it can't. */
export function UndoValues({ entry, preview, plan }: Props & { plan: UndoPlan }) {
  const t = useText();
  const locale = useLocale();
  const { field, value } = useWords(entry, preview);
  const changed = preview.changes.map(({ key, now, before }) => ({
    field: field(key),
    from: value(key, now),
    to: value(key, before) ?? t("journal.none"),
  }));
  const kept = plan.kept.map((key) => fieldText(entry, key, t));
  const isCreatedAgain = entry.operation === "DELETE /sip/{id}/scenarios/{sid}";
  return (
    <>
      <p>{t("undo.will")}</p>
      <Differences changed={changed} />
      {isCreatedAgain && <p className="small muted">{t("undo.againInactive")}</p>}
      {kept.length > 0 && (
        <p className="small muted">
          {t("undo.kept", { fields: new Intl.ListFormat(locale).format(kept) })}
        </p>
      )}
    </>
  );
}

/** The three values of what somebody has changed since. */
export function UndoConflicts({ entry, preview }: Props) {
  const t = useText();
  const { field, value } = useWords(entry, preview);
  const words = (key: string, one: unknown) => value(key, one) ?? t("journal.none");
  return (
    <>
      <Notice tone="attention" urgent>
        {t("undo.changedSince")}
      </Notice>
      {preview.conflicts.map(({ key, before, left, now }) => (
        <section key={key} aria-label={field(key)}>
          <h3 className="small strong">{field(key)}</h3>
          <dl className={`small ${styles.three}`}>
            <dt className="muted">{t("undo.before")}</dt>
            <dd translate="no">{words(key, before)}</dd>
            <dt className="muted">{t("undo.left")}</dt>
            <dd translate="no">{words(key, left)}</dd>
            <dt className="muted">{t("undo.now")}</dt>
            <dd translate="no" className="strong">
              {words(key, now)}
            </dd>
          </dl>
        </section>
      ))}
    </>
  );
}

/** Names the fields of an undo, and its values; those of destinations are countries. */
function useWords(entry: JournalEntry, { situation }: UndoPreview) {
  const t = useText();
  const locale = useLocale();
  const names = useNames(entry);
  const { countries } = situation;
  return {
    field: (key: string) => {
      const sharing = countries?.get(key);
      if (sharing === undefined) return fieldText(entry, key, t);
      return `${listNames(sharing, locale)} +${key}`;
    },
    value: (key: string, value: unknown) => {
      if (countries !== undefined && typeof value === "boolean") {
        return t(value ? "journal.open" : "journal.closed");
      }
      return valueText(key, value, t, names);
    },
  };
}

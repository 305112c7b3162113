import Button from "@mui/material/Button";
import type { PhoneBookEntry } from "#domain/phonebook/entries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import type { DepartmentsRead } from "./usePhoneBook.ts";

/** How many names a notice lists. */
const MAX_NAMES = 5;

interface Props {
  entries: readonly PhoneBookEntry[];
  departments: DepartmentsRead;
}

/** How far the reading of the departments is, and whose could not be read. */
export function DepartmentsProgress({ entries, departments }: Props) {
  const t = useText();
  const formats = useFormats();
  const { values, total, reason, retry, isReading, isStopped, setStopped } = departments;
  const toggle = (stopped: boolean) => {
    // The button goes together with what it stands in.
    focusPageTitle();
    setStopped(stopped);
  };
  if (isReading) {
    return (
      <div className="row wrap gap-8-16 small muted">
        <p className="grow">
          {t("phoneBook.reading", { done: formats.number(values.size), n: formats.number(total) })}
        </p>
        <Button size="small" onClick={() => toggle(true)}>
          {t("phoneBook.stop")}
        </Button>
        <progress aria-label={t("phoneBook.departments")} value={values.size} max={total} />
      </div>
    );
  }
  if (isStopped && values.size < total) {
    return (
      <Notice
        tone="attention"
        action={
          <Button size="small" onClick={() => toggle(false)}>
            {t("phoneBook.continue")}
          </Button>
        }
      >
        {t("phoneBook.stopped", { n: total - values.size })}
      </Notice>
    );
  }
  const unread = entries.filter(({ id }) => values.get(id) === "failed");
  if (unread.length === 0) return null;
  const names = unread
    .slice(0, MAX_NAMES)
    .map(({ name, extension }) => `${extension} ${name}`)
    .join(", ");
  return (
    <Notice
      tone="problem"
      action={
        <Button
          size="small"
          onClick={() => {
            focusPageTitle();
            retry();
          }}
        >
          {t("ui.retry")}
        </Button>
      }
    >
      {t("phoneBook.unread", { n: unread.length, reason: reason ?? "" })}{" "}
      {unread.length > MAX_NAMES
        ? t("phoneBook.namesAndMore", { names, n: unread.length - MAX_NAMES })
        : names}
    </Notice>
  );
}

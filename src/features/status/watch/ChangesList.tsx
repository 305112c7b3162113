import Button from "@mui/material/Button";
import { useId, useSyncExternalStore } from "react";
import { type CsvSeparator, csvSeparator, downloadCsv } from "#lib/csv.ts";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText, type Text } from "#i18n/texts.ts";
import styles from "./ChangesList.module.css";
import { type ChangeLinks, ChangeRow } from "./ChangeRow.tsx";
import { clockTime, subscribeClock } from "./clock.ts";
import { changesCsv } from "./csv.ts";
import { localIso } from "./localIso.ts";
import { groupByDay } from "./days.ts";
import type { Change } from "./observe.ts";
import { readAllChanges } from "./observer.ts";

interface Props {
  /** Newest first. */
  changes: readonly Change[];
  /** How an account's name links; no link if left out. */
  links?: ChangeLinks;
}

/** The last changes, day by day; all stored ones can be saved as a file. */
export function ChangesList({ changes, links }: Props) {
  const t = useText();
  const formats = useFormats();
  const locale = useLocale();
  const heading = useId();
  const today = useSyncExternalStore(subscribeClock, () =>
    new Date(clockTime()).setHours(0, 0, 0, 0),
  );
  const save = async () => {
    const csv = changesCsv(await readAllChanges(), csvTexts(t, csvSeparator(locale)));
    downloadCsv(csv, `pult-status-${localIso(Date.now()).slice(0, 10)}.csv`);
  };
  if (changes.length === 0) {
    return (
      <div className="stack gap-4">
        <p>{t("watch.changes.none")}</p>
        <p className="muted small">{t("watch.changes.noneText")}</p>
      </div>
    );
  }
  return (
    <div className={`stack gap-16 ${styles.all}`}>
      <Button variant="outlined" size="small" onClick={() => void save()}>
        {t("watch.changes.csv")}
      </Button>
      {groupByDay(changes, today, t, formats).map(({ key, title, changes: ofDay }, index) => (
        <section key={key} aria-labelledby={`${heading}-${index}`}>
          <h3 id={`${heading}-${index}`} className={`caption muted regular ${styles.day}`}>
            {title}
          </h3>
          <ol>
            {ofDay.map((change) => (
              <ChangeRow key={getChangeKey(change)} change={change} links={links} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const getChangeKey = ({ at, after, account }: Change) => `${at} ${after} ${account}`;

function csvTexts(t: Text, separator: CsvSeparator) {
  return {
    separator,
    header: {
      at: t("watch.csv.at"),
      after: t("watch.csv.after"),
      account: t("watch.csv.account"),
      extension: t("watch.csv.extension"),
      name: t("watch.csv.name"),
      from: t("watch.csv.from"),
      to: t("watch.csv.to"),
    },
    states: {
      online: t("watch.state.online"),
      offline: t("watch.state.offline"),
      creating: t("watch.state.creating"),
    },
  } as const;
}

import type { ReactNode } from "react";
import { JOURNAL_KINDS, OUTCOMES } from "#api/journal.ts";
import type { JournalFilter } from "#domain/journal/queries.ts";
import { useText } from "#i18n/texts.ts";
import list from "#ui/table/List.module.css";
import styles from "./Journal.module.css";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";

const ENDED = OUTCOMES.filter((outcome) => outcome !== "begun");

/** The filters, which are in the address. */
export function JournalBar({ filter, children }: { filter: JournalFilter; children: ReactNode }) {
  const t = useText();
  const { change } = useAddressParams();
  const set = (name: string, value: string) => change((old) => withParams(old, { [name]: value }));
  return (
    <div className={list.bar}>
      <label className={`${list.choice} ${styles.filter}`}>
        {t("journal.kind")}
        <select value={filter.kind ?? ""} onChange={(event) => set("kind", event.target.value)}>
          <option value="">{t("journal.all")}</option>
          {JOURNAL_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`journal.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={`${list.choice} ${styles.filter}`}>
        {t("journal.outcome")}
        <select
          value={filter.outcome ?? ""}
          onChange={(event) => set("outcome", event.target.value)}
        >
          <option value="">{t("journal.all")}</option>
          {ENDED.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`journal.outcome.${outcome}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={`${list.right} ${styles.count}`}>{children}</div>
    </div>
  );
}

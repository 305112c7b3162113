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
      <Choice
        label={t("journal.kind")}
        value={filter.kind}
        options={JOURNAL_KINDS.map((kind) => ({ value: kind, text: t(`journal.kind.${kind}`) }))}
        onChange={(value) => set("kind", value)}
      />
      <Choice
        label={t("journal.outcome")}
        value={filter.outcome}
        options={ENDED.map((one) => ({ value: one, text: t(`journal.outcome.${one}`) }))}
        onChange={(value) => set("outcome", value)}
      />
      <div className={`${list.right} ${styles.count}`}>{children}</div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  /** Undefined: all. */
  value: string | undefined;
  options: readonly { value: string; text: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value = "", options, onChange }: ChoiceProps) {
  const t = useText();
  return (
    <label className={`${list.choice} ${styles.filter}`}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("journal.all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { JOURNAL_KINDS, OUTCOMES } from "#api/journal.ts";
import { actorText } from "#common/journal/describe.ts";
import { Collapsible } from "#common/list/ListBar.tsx";
import { ListSearch } from "#common/list/ListSearch.tsx";
import { journalActorsQuery } from "#domain/journal/queries.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import list from "#ui/table/List.module.css";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { type AddressFilter, countFilters } from "./filter.ts";
import styles from "./Journal.module.css";

const ENDED = OUTCOMES.filter((outcome) => outcome !== "begun");

interface Props {
  filter: AddressFilter;
  /** What the filtered object is called, where an entry says it. */
  objectName: string | undefined;
  children: ReactNode;
}

/** The filters, which are in the address. */
export function JournalBar({ filter, objectName, children }: Props) {
  const t = useText();
  const { change } = useAddressParams();
  const set = (values: Record<string, string | undefined>) =>
    change((old) => withParams(old, values));
  const { kind, object, actor, outcome, fromDay, toDay } = filter;
  return (
    <div className={list.bar}>
      <ListSearch label={t("journal.search")} hint={t("journal.searchHint")} />
      <Collapsible active={countFilters(filter)}>
        {object !== undefined && (
          <button
            type="button"
            className={list.chip}
            aria-pressed="true"
            aria-label={t("journal.objectOff", { name: objectName ?? object })}
            onClick={() => set({ object: undefined })}
          >
            <span translate="no">{objectName ?? object}</span>
            <Icon name="close" size={14} />
          </button>
        )}
        <Choice
          label={t("journal.kind")}
          value={kind}
          options={JOURNAL_KINDS.map((one) => ({ value: one, text: t(`journal.kind.${one}`) }))}
          onChange={(value) => set({ kind: value, object: undefined })}
        />
        <ActorChoice value={actor} onChange={(value) => set({ actor: value })} />
        <Choice
          label={t("journal.outcome")}
          value={outcome}
          options={ENDED.map((one) => ({ value: one, text: t(`journal.outcome.${one}`) }))}
          onChange={(value) => set({ outcome: value })}
        />
        <div className={styles.days} role="group" aria-label={t("journal.days")}>
          <Day
            label={t("journal.fromDay")}
            value={fromDay}
            max={toDay}
            onChange={(value) => set({ from: value })}
          />
          <Day
            label={t("journal.toDay")}
            value={toDay}
            min={fromDay}
            onChange={(value) => set({ to: value })}
          />
        </div>
      </Collapsible>
      <div className={list.right}>{children}</div>
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

/** Who did it; not offered where nobody signs in. */
function ActorChoice({ value, onChange }: Pick<ChoiceProps, "value" | "onChange">) {
  const t = useText();
  const { data } = useQuery(journalActorsQuery());
  const actors = new Set([...(data?.actors ?? []), ...(value === undefined ? [] : [value])]);
  if (![...actors].some((actor) => actor !== "anonymous")) return null;
  const options = [...actors].map((actor) => ({
    value: actor,
    text: actorText(actor, t) || t("journal.anonymous"),
  }));
  return <Choice label={t("journal.actor")} value={value} options={options} onChange={onChange} />;
}

interface DayProps {
  label: string;
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (value: string) => void;
}

function Day({ label, value = "", min, max, onChange }: DayProps) {
  return (
    <label className={list.choice}>
      {label}
      <input
        type="date"
        className={styles.dayInput}
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

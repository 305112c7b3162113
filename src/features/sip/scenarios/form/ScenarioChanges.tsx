import { type UseFormReturn, useWatch } from "react-hook-form";
import type { Difference } from "#common/journal/describe.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { useLocale } from "#i18n/messages.ts";
import { loadTexts, useText } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { findChanges, type FieldChange, type PhoneChange } from "./changes.ts";
import styles from "./ScenarioForm.module.css";
import type { PhoneRow, ScenarioValues } from "./schema.ts";

const Differences = lazyPart(
  async () => {
    const journal = import("#common/journal/Differences.tsx");
    return (await Promise.all([journal, loadTexts("common/journal")]))[0].Differences;
  },
  () => undefined,
);

interface Props<R> {
  form: UseFormReturn<ScenarioValues, unknown, R>;
  /** The scenario as the form was opened with it. */
  before: ScenarioValues;
}

/** What saving would change, from what to what. */
export function ScenarioChanges<R>({ form, before }: Props<R>) {
  const t = useText();
  // Renders on every change of any field.
  useWatch({ control: form.control });
  const changed = useDifferences(before, form.getValues());
  return (
    <section
      className={`card padded stack gap-8 ${styles.changes}`}
      aria-label={t("scenarioForm.changes")}
    >
      <h3 className="subheading strong">{t("scenarioForm.changes")}</h3>
      {changed.length === 0 ? (
        <p className="muted small">{t("scenarioForm.changesNone")}</p>
      ) : (
        <Differences changed={changed} />
      )}
    </section>
  );
}

function useDifferences(before: ScenarioValues, now: ScenarioValues): Difference[] {
  const t = useText();
  const format = usePhoneFormat();
  const list = new Intl.ListFormat(useLocale());
  const digits = usePhoneDigits(now.phones.map(({ number }) => number));
  const { fields, phones, isReordered } = findChanges(before, now, digits);
  const seconds = (typed: string) => t("timeline.seconds", { n: Number(typed) || 0 });
  const unknown = t("scenarioForm.wasUnknown");
  const number = (row: PhoneRow) => {
    const read = digits[now.phones.indexOf(row)];
    if (row.foreign !== "") return row.foreign;
    return read === undefined ? row.number.trim() || unknown : format(read);
  };
  const rings = (row: PhoneRow) => `${number(row)}, ${seconds(row.timeout)}`;
  const rowsOf = (kind: "added" | "removed") =>
    phones.flatMap((change) => (change.kind === kind ? [rings(change.row)] : []));
  const text = (field: FieldChange["field"], value: string): string => {
    if (value === "single" || value === "simultaneous") return t(`form.rule.${value}`);
    if (field === "sip_timeout") return seconds(value);
    if (field === "voicemail") return t(`scenarioForm.voicemail.${value === "on" ? "on" : "off"}`);
    if (field !== "greeting") return value;
    return t(`scenarioForm.greeting.${value === "standard" ? "standard" : "own"}`);
  };
  const added = rowsOf("added");
  const removed = rowsOf("removed");
  return [
    ...fields.map(({ field, from, to }) => ({
      field: t(`scenarioForm.changed.${field}`),
      // A greeting comes and goes with the voicemail.
      from: from === "" ? (field === "greeting" ? undefined : unknown) : text(field, from),
      to: text(field, to),
    })),
    ...phones.flatMap((change: PhoneChange) => {
      if (change.kind !== "changed") return [];
      const { place, from, to } = change;
      const isSameNumber = number(from) === number(to);
      const isSameTime = from.timeout === to.timeout.trim();
      const say = isSameNumber
        ? (row: PhoneRow) => seconds(row.timeout)
        : isSameTime
          ? number
          : rings;
      const field = isSameNumber ? number(to) : t("scenarioForm.number", { place: place + 1 });
      return [{ field, from: say(from), to: say(to) }];
    }),
    ...(added.length > 0
      ? [{ field: t("scenarioForm.changed.added"), from: undefined, to: list.format(added) }]
      : []),
    ...(removed.length > 0
      ? [{ field: t("scenarioForm.changed.removed"), from: list.format(removed), to: undefined }]
      : []),
    ...(isReordered && now.sequence_rule === "single"
      ? [
          {
            field: t("scenarioForm.changed.order"),
            from: undefined,
            to: now.phones.map(number).join(" → "),
          },
        ]
      : []),
  ];
}

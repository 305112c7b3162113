import { isPartial } from "#common/query.ts";
import Button from "@mui/material/Button";
import { useState } from "react";
import { type Control, type FieldPath, type FieldValues, useWatch } from "react-hook-form";
import { useReasonText } from "#common/errorText.ts";
import { IdPicker } from "#common/IdPicker.tsx";
import { unresolvedText } from "#ui/form/unresolved.ts";
import { useText } from "#i18n/texts.ts";
import { matchesWords, isExactMatch } from "./matchChoice.ts";
import styles from "#ui/form/Form.module.css";
import type { Choices } from "./useChoices.ts";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds an id as text; empty when none is chosen. */
  name: FieldPath<V>;
  kind: "sip" | "group" | "scenario" | "call_queue";
  from: Choices;
  /** What the item is here, in place of what it is. */
  label?: string | undefined;
}

/**
 * Picks an item of one of the office's lists by name. Lets the user type the id where the list fails
 * to load, and on request where it is slow or incomplete.
 */
export function OfficePicker<V extends FieldValues, R>({
  control,
  name,
  kind,
  from,
  label,
}: Props<V, R>) {
  const t = useText();
  const { list, choices } = from;
  const [typesId, setTypesId] = useState(false);
  const chosen: string = useWatch({ control, name });
  const known =
    chosen === "" ||
    unresolvedText(chosen) !== undefined ||
    choices.some(({ value }) => value === chosen);
  // A value that is not (yet) in the list must not look empty.
  const unlisted = { value: chosen, label: t("picker.unlisted", { id: chosen }) };
  const empty = list.data?.complete === true && choices.length === 0;
  return (
    <IdPicker
      control={control}
      name={name}
      list={list}
      manualEntry={typesId}
      choices={known ? choices : [unlisted, ...choices]}
      partial={isPartial(list.data)}
      matches={matchesWords}
      isExact={isExactMatch}
      texts={{
        label: label ?? t(`picker.label.${kind}`),
        help: <Help kind={kind} list={list} onTypeId={() => setTypesId(true)} />,
        placeholder: t("picker.none"),
        loading: t("picker.loading"),
        noMatch: empty ? t("picker.empty", { kind }) : t("picker.noneFound"),
        manualLabel: t("picker.byHand", { kind }),
        manualHelp: (reason) =>
          reason === undefined ? t("picker.byHandHelp") : t("picker.byHandFailed", { reason }),
        more: (shown, n) => t("picker.more", { shown, n }),
      }}
    />
  );
}

interface HelpProps {
  kind: Props<never, never>["kind"];
  list: Choices["list"];
  onTypeId: () => void;
}

/** How to search the list; where it is incomplete, why and what else can be done. */
function Help({ kind, list, onTypeId }: HelpProps) {
  const t = useText();
  const reason = useReasonText()(list.error);
  const byHand = (
    <Button size="small" variant="outlined" onClick={onTypeId}>
      {t("picker.typeId")}
    </Button>
  );
  if (list.data === undefined) {
    return (
      <div className={`row wrap gap-4-12 ${styles.explained} ${styles.slow}`}>
        <span>{t("picker.slow")}</span>
        {byHand}
      </div>
    );
  }
  if (list.isError && !list.data.complete) {
    return (
      <div className={`row wrap gap-4-12 ${styles.explained}`}>
        <span>{t("picker.partial", { reason })}</span>
        {byHand}
      </div>
    );
  }
  const empty = list.data.complete && list.data.items.length === 0;
  return <>{empty ? t("picker.empty", { kind }) : t("picker.help", { kind })}</>;
}

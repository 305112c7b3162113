import IconButton from "@mui/material/IconButton";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useId, useMemo, useRef } from "react";
import { useController, useWatch } from "react-hook-form";
import { ALERT_LIMITS } from "#api/alerts.ts";
import type { WatchedKind } from "#api/history.ts";
import { usePartReason } from "#common/usePartReason.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { isExactMatch, matchesWords } from "#common/pickers/matchChoice.ts";
import { useAccountChoices } from "#common/pickers/useChoices.ts";
import { externalNumbersQuery } from "#domain/externalNumbers/queries.ts";
import { toConnectionType } from "#domain/externalNumbers/rows.ts";
import { useText } from "#i18n/texts.ts";
import { type Choice, Combobox } from "#ui/form/Combobox.tsx";
import { Field } from "#ui/form/Field.tsx";
import { resolveChoices, unresolvedText } from "#ui/form/unresolved.ts";
import { Icon } from "#ui/icons.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import styles from "../Alerts.module.css";
import type { Inputs } from "./RuleInputs.tsx";
import { idsOf, objectKey } from "./ruleSchema.ts";

/** The objects that a rule names one by one. */
export function ObjectsInput<R>({ control }: Inputs<R>) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // The button that removes one is gone with it.
  useFocusFallback(
    box,
    useCallback(() => box.current?.querySelector("input")?.focus(), []),
  );
  const kind = useWatch({ control, name: "condition.kind" });
  const { field, fieldState } = useController({ control, name: "condition.ids" });
  const { field: pick } = useController({ control, name: "pick" });
  const { choices, error: failure, isFetching } = useObjectChoices(kind);
  const reasonText = usePartReason();
  const chosen = idsOf(kind, field.value);
  const left = choices.filter(({ value }) => !chosen.includes(Number(value)));
  const error = fieldState.error?.message;
  const choose = (value: string) => {
    const isId = value !== "" && unresolvedText(value) === undefined;
    pick.onChange(isId ? "" : value);
    if (isId) field.onChange([...field.value, objectKey(kind, Number(value))]);
  };
  const resolve = (typed: string) => {
    const found = resolveChoices(typed.trim(), {
      choices: left,
      matches: matchesWords,
      isExact: isExactMatch,
    });
    return found.length === 1 ? found[0]?.value : undefined;
  };
  const help = t("alerts.rule.pickHelp", { kind, n: chosen.length, max: ALERT_LIMITS.objects });
  return (
    <div ref={box} className="stack gap-8">
      <Field
        id={id}
        label={t("alerts.rule.pick", { kind })}
        help={
          failure === null ? help : t("alerts.rule.pickFailed", { reason: reasonText(failure) })
        }
        error={error}
      >
        <Combobox
          id={id}
          inputRef={field.ref}
          choices={left}
          value={pick.value}
          onChange={choose}
          onBlur={field.onBlur}
          resolve={resolve}
          error={error}
          placeholder={t("alerts.rule.pickNone")}
          emptyText={t(isFetching ? "alerts.rule.pickLoading" : "picker.noneFound")}
          clearable
          matches={matchesWords}
          moreText={(shown, n) => t("alerts.rule.pickMore", { shown, n })}
        />
      </Field>
      {chosen.length > 0 && (
        <ul className={styles.chosen}>
          {chosen.map((one) => {
            const name = choices.find(({ value }) => value === String(one))?.label ?? `#${one}`;
            return (
              <li key={one} className="row gap-4">
                <IconButton
                  size="small"
                  aria-label={t("alerts.rule.remove", { name })}
                  onClick={() =>
                    field.onChange(field.value.filter((key) => key !== objectKey(kind, one)))
                  }
                >
                  <Icon name="close" size={16} />
                </IconButton>
                <span className="grow truncate" translate="no">
                  {name}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function useObjectChoices(kind: WatchedKind) {
  const phone = usePhoneFormat();
  const accounts = useAccountChoices({ enabled: kind === "sip" });
  const numbers = useQuery({ ...externalNumbersQuery(), enabled: kind === "external" });
  const external = useMemo(
    () =>
      (numbers.data ?? []).flatMap(({ id, number, type }): Choice[] => {
        // Of others the provider tells no registration: nobody watches them.
        if (id === undefined || id === null || toConnectionType(type) !== "ate") return [];
        return [{ value: String(id), label: phone(number), phone: number }];
      }),
    [numbers.data, phone],
  );
  return kind === "sip"
    ? {
        choices: accounts.choices,
        error: accounts.list.isError ? accounts.list.error : null,
        isFetching: accounts.list.isFetching,
      }
    : { choices: external, error: numbers.error, isFetching: numbers.isFetching };
}

import { useQuery } from "@tanstack/react-query";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import type { SipCallerId } from "#api/sip.ts";
import { IdPicker } from "#common/IdPicker.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { isSamePhone, matchesDigits } from "#common/pickers/matchChoice.ts";
import { isPartial } from "#common/query.ts";
import { numbersQuery } from "#domain/numbers/queries.ts";
import { useText } from "#i18n/texts.ts";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds the id of a number as text; empty when none is chosen. */
  name: FieldPath<V>;
  /** The current caller ID: shown even where the list of numbers can't be read. */
  current?: SipCallerId | null | undefined;
  /** In place of what is usually said below the field, and in it while it is empty. */
  help?: string;
  placeholder?: string;
}

/** Picks a caller ID by number; where the list of numbers can't be read, takes its id by hand. */
export function CallerIdInput<V extends FieldValues, R>({
  control,
  name,
  current,
  help,
  placeholder,
}: Props<V, R>) {
  const t = useText();
  const phone = usePhoneFormat();
  const list = useQuery(numbersQuery());
  const numbers = list.data?.items ?? [];
  const listed = numbers.some((number) => number.id === current?.id);
  const offered: typeof numbers = current && !listed ? [current, ...numbers] : numbers;
  const choices = offered.map(({ id, number, phone_type: type }) => ({
    value: String(id),
    label: phone(number),
    phone: number.replaceAll(/\D/g, ""),
    note: type === "abc" || type === "def" || type === "800" ? t(`phoneType.${type}`) : type,
  }));
  return (
    <IdPicker
      control={control}
      name={name}
      list={list}
      choices={choices}
      partial={isPartial(list.data)}
      // The API can't clear a caller ID, so the form doesn't offer it.
      emptyValue={current ? String(current.id) : ""}
      matches={({ phone: digits }, typed) => typed.trim() === "" || matchesDigits(digits, typed)}
      isExact={({ phone: digits }, typed) => isSamePhone(digits, typed)}
      texts={{
        label: t("callerId.label"),
        help: help ?? t(current ? "callerId.keep" : "callerId.help"),
        placeholder: placeholder ?? t("callerId.none"),
        loading: t("callerId.loading"),
        noMatch: t("callerId.noneFound"),
        manualLabel: t("callerId.byHand"),
        manualHelp: (reason = "") => t("callerId.byHandHelp", { reason }),
      }}
    />
  );
}

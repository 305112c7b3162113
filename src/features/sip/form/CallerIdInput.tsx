import { isPartial } from "#common/query.ts";
import { useQuery } from "@tanstack/react-query";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import type { SipCallerId } from "#api/sip.ts";
import { IdPicker } from "#common/IdPicker.tsx";
import { numbersQuery } from "#domain/numbers/queries.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { matchesDigits, isSamePhone } from "#common/pickers/matchChoice.ts";
import { useText } from "#i18n/texts.ts";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds the id of a number as text; empty when none is chosen. */
  name: FieldPath<V>;
  /** The one that is set now: shown even where the list of numbers can't be read. */
  current?: SipCallerId | null | undefined;
}

/** Picks a caller ID by number; where the list of numbers can't be read, takes its id by hand. */
export function CallerIdInput<V extends FieldValues, R>({ control, name, current }: Props<V, R>) {
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
      // The provider has no way to take a caller ID away, so neither has the form.
      emptyValue={current ? String(current.id) : ""}
      matches={({ phone: digits }, typed) => typed.trim() === "" || matchesDigits(digits, typed)}
      isExact={({ phone: digits }, typed) => isSamePhone(digits, typed)}
      texts={{
        label: t("callerId.label"),
        help: current ? t("callerId.keep") : t("callerId.help"),
        placeholder: t("callerId.none"),
        loading: t("callerId.loading"),
        noMatch: t("callerId.noneFound"),
        manualLabel: t("callerId.byHand"),
        manualHelp: (reason = "") => t("callerId.byHandHelp", { reason }),
      }}
    />
  );
}

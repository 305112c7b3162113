import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import type { SipCallerId } from "#api/sip.ts";
import { useErrorText } from "./errorText.ts";
import { type Choice, Combobox } from "#ui/form/Combobox.tsx";
import { Field } from "#ui/form/Field.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useCommonText } from "./messages.ts";
import { numbersQuery } from "./numbersQuery.ts";
import { usePhoneFormat } from "./phone.ts";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds the id of a number as text; empty when none is chosen. */
  name: FieldPath<V>;
  /** The one that is set now: shown even where the list of numbers can't be read. */
  current?: SipCallerId | null | undefined;
}

/** Picks a caller ID by number; where the list of numbers can't be read, takes its id by hand. */
export function CallerIdInput<V extends FieldValues, R>(props: Props<V, R>) {
  const t = useCommonText();
  const errorText = useErrorText();
  const numbers = useQuery(numbersQuery());
  const words = props.current ? t("callerId.keep") : t("callerId.help");
  if (numbers.isError && numbers.data === undefined) {
    const reason = errorText(numbers.error).title;
    return (
      <TextInput
        control={props.control}
        name={props.name}
        label={t("callerId.byHand")}
        help={t("callerId.byHandHelp", { reason })}
        inputMode="numeric"
      />
    );
  }
  return (
    <Picker
      {...props}
      help={words}
      loading={numbers.isFetching}
      numbers={numbers.data?.items ?? []}
    />
  );
}

interface PickerProps<V extends FieldValues, R> extends Props<V, R> {
  help: string;
  loading: boolean;
  numbers: readonly { id: number; number: string; phone_type?: string | undefined }[];
}

function Picker<V extends FieldValues, R>(props: PickerProps<V, R>) {
  const { control, name, current, help, loading, numbers } = props;
  const t = useCommonText();
  const phone = usePhoneFormat();
  const id = useId();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  const listed = numbers.some((number) => number.id === current?.id);
  const offered = current && !listed ? [current, ...numbers] : numbers;
  const choices = offered.map(({ id: numberId, number, phone_type: type }) => ({
    value: String(numberId),
    label: phone(number),
    note: type === "abc" || type === "def" || type === "800" ? t(`phoneType.${type}`) : type,
  }));
  return (
    <Field id={id} label={t("callerId.label")} help={help} error={error}>
      <Combobox
        id={id}
        inputRef={field.ref}
        choices={choices}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        error={error}
        placeholder={t("callerId.none")}
        emptyText={loading ? t("callerId.loading") : t("callerId.noneFound")}
        // The provider has no way to take a caller ID away, so neither has the form.
        clearable={!current}
        fits={fitsTyped}
      />
    </Field>
  );
}

/** `8 495…` finds `+7 495…`; what is no number finds nothing. */
function fitsTyped({ label }: Choice, typed: string): boolean {
  const digits = label.replaceAll(/\D/g, "");
  const wanted = typed.replaceAll(/\D/g, "");
  if (wanted === "") return typed.trim() === "";
  return digits.includes(wanted) || digits.includes(wanted.replace(/^8(?=\d{3})/, "7"));
}

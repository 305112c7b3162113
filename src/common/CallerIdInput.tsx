import Autocomplete from "@mui/material/Autocomplete";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import type { SipCallerId } from "#api/sip.ts";
import { useErrorText } from "./errorText.ts";
import { describedBy, Field } from "#ui/form/Field.tsx";
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
  if (numbers.isError) {
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
  const options = current && !listed ? [current, ...numbers] : numbers;
  const chosen = options.find((option) => String(option.id) === field.value) ?? null;
  return (
    <Field id={id} label={t("callerId.label")} help={help} error={error}>
      <Autocomplete
        id={id}
        options={[...options]}
        value={chosen}
        loading={loading}
        loadingText={t("callerId.loading")}
        noOptionsText={t("callerId.noneFound")}
        // The provider has no way to take a caller ID away, so neither has the form.
        slotProps={current ? { clearIndicator: { sx: { display: "none" } } } : {}}
        onChange={(_, option) => field.onChange(option === null ? "" : String(option.id))}
        onBlur={field.onBlur}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        getOptionKey={(option) => option.id}
        getOptionLabel={(option) => phone(option.number)}
        filterOptions={(all, { inputValue }) =>
          all.filter((option) => fitsTyped(option.number, phone(option.number), inputValue))
        }
        renderInput={(params) => (
          <OutlinedInput
            ref={params.slotProps.input.ref}
            endAdornment={params.slotProps.input.endAdornment}
            fullWidth
            placeholder={t("callerId.none")}
            error={error !== undefined}
            slotProps={{
              input: { ...params.slotProps.htmlInput, "aria-describedby": describedBy(id, error) },
            }}
          />
        )}
      />
    </Field>
  );
}

function fitsTyped(digits: string, shown: string, typed: string): boolean {
  if (typed === shown) return true;
  const wanted = typed.replaceAll(/\D/g, "").replace(/^8(?=\d{3})/, "7");
  return digits.includes(wanted);
}

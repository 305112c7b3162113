import { type ReactNode, useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { type Choice, Combobox } from "#ui/form/Combobox.tsx";
import { Field } from "#ui/form/Field.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useErrorText } from "./errorText.ts";

/** What a picker says. */
export interface PickerWords {
  label: string;
  help: ReactNode;
  /** Stands in the empty field. */
  none: string;
  loading: string;
  noneFound: string;
  /** The label where the list can't be read. */
  byHand: string;
  byHandHelp: (reason: string) => ReactNode;
  /** Where only the first of many choices are shown. */
  more?: (shown: number, n: number) => string;
}

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds an id as text; empty when none is chosen. */
  name: FieldPath<V>;
  words: PickerWords;
  /** The query behind the choices. */
  list: { isError: boolean; isFetching: boolean; error: unknown; data: unknown };
  choices: readonly Choice[];
  clearable: boolean;
  fits: (choice: Choice, typed: string) => boolean;
}

/** Picks one of a list by name; where the list can't be read, takes the id by hand and says why. */
export function IdPicker<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, words, list } = props;
  const errorText = useErrorText();
  if (!list.isError || list.data !== undefined) return <Picker {...props} />;
  return (
    <TextInput
      control={control}
      name={name}
      label={words.byHand}
      help={words.byHandHelp(errorText(list.error).title)}
      inputMode="numeric"
    />
  );
}

function Picker<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, words, list, choices, clearable, fits } = props;
  const id = useId();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <Field id={id} label={words.label} help={words.help} error={error}>
      <Combobox
        id={id}
        inputRef={field.ref}
        choices={choices}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        error={error}
        placeholder={words.none}
        emptyText={list.isFetching ? words.loading : words.noneFound}
        clearable={clearable}
        fits={fits}
        moreText={words.more}
      />
    </Field>
  );
}

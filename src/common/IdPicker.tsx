import type { Collected } from "#api/pager.ts";
import Button from "@mui/material/Button";
import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { useFormats } from "#i18n/format.ts";
import { type Choice, Combobox } from "#ui/form/Combobox.tsx";
import { Field } from "#ui/form/Field.tsx";
import { packReason } from "#ui/form/issues.ts";
import { shownError } from "#ui/form/shownError.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { resolveChoices, unresolvedText } from "#ui/form/unresolved.ts";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useText } from "#i18n/texts.ts";
import styles from "#ui/form/Form.module.css";
import { usePartReason } from "./usePartReason.ts";

/** The texts of a picker. */
export interface PickerTexts {
  label: string;
  help: ReactNode;
  placeholder: string;
  loading: string;
  noMatch: string;
  /** The label of the field that takes the id by hand. */
  manualLabel: string;
  /** `reason` is why the list could not be loaded; undefined where the user chose to type the id. */
  manualHelp: (reason: string | undefined) => ReactNode;
  /** Shown where only the first of many choices are listed. */
  more?: (shown: number, n: number) => string;
}

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds an id as text; empty when none is chosen. */
  name: FieldPath<V>;
  texts: PickerTexts;
  /** The query behind the choices. */
  list: {
    isError: boolean;
    isFetching: boolean;
    error: unknown;
    data: Collected<unknown> | undefined;
    refetch: () => unknown;
  };
  /** The user types the id although the list may be available. */
  manualEntry?: boolean;
  choices: readonly Choice[];
  /** There may be more choices than these, so a text that matches only one may still mean another. */
  partial?: boolean;
  /** The value of a cleared field that must have one. */
  emptyValue?: string;
  matches: (choice: Choice, typed: string) => boolean;
  /** Whether a text names a choice exactly: its label, or its number in any spelling. */
  isExact: (choice: Choice, typed: string) => boolean;
}

type LoadedList = Collected<unknown>;

/**
 * Picks an item of a list by name. If the list fails to load, lets the user type the id, shows why
 * and offers to load the list again.
 */
export function IdPicker<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, texts, list, manualEntry = false } = props;
  const toReason = usePartReason();
  const box = useRef<HTMLDivElement>(null);
  // One field replaces the other, and a button in it disappears when pressed.
  useFocusFallback(
    box,
    useCallback(() => box.current?.querySelector("input")?.focus(), []),
  );
  const failed = list.isError && list.data === undefined;
  const reason = list.isError ? toReason(list.error) : undefined;
  return (
    <div ref={box}>
      {manualEntry || failed ? (
        <TextInput
          control={control}
          name={name}
          label={texts.manualLabel}
          help={
            <div className={`row wrap gap-4-12 ${styles.explained}`}>
              <span>{texts.manualHelp(reason)}</span>
              {list.isError && <ReloadButton list={list} />}
            </div>
          }
          inputMode="numeric"
        />
      ) : (
        <Picker {...props} />
      )}
    </div>
  );
}

function ReloadButton({ list }: Pick<Props<FieldValues, unknown>, "list">) {
  const t = useText();
  return (
    <Button
      size="small"
      variant="outlined"
      loading={list.isFetching}
      onClick={() => void list.refetch()}
    >
      {t("list.again")}
    </Button>
  );
}

/** The provider returned fewer rows than its own count. */
function TruncatedNotice({
  list,
  of,
}: Pick<Props<FieldValues, unknown>, "list"> & { of: LoadedList }) {
  const t = useText();
  const formats = useFormats();
  const n = formats.number(of.items.length + of.invalidRows.length);
  const total = of.total === undefined ? undefined : formats.number(of.total);
  return (
    <div className={`row wrap gap-4-12 ${styles.explained}`}>
      <span>{total === undefined ? t("list.cutUnknown", { n }) : t("list.cut", { n, total })}</span>
      <ReloadButton list={list} />
    </div>
  );
}

function Picker<V extends FieldValues, R>(props: Props<V, R>) {
  const {
    control,
    name,
    texts,
    list,
    choices,
    partial = false,
    emptyValue = "",
    matches,
    isExact,
  } = props;
  const t = useText();
  const invalidRows = list.data?.invalidRows.length ?? 0;
  const id = useId();
  const { field, ...state } = useController({ control, name });
  const failure = shownError(field.value, state);
  /** The text when the field lost the focus: no error is shown while the user is typing. */
  const [textOnBlur, setTextOnBlur] = useState<string>();
  const value: string = field.value;
  const typed = unresolvedText(value)?.trim();
  const search = { choices, matches: matches, isExact };
  const resolve = (text: string) => {
    if (text.trim() === "") return emptyValue;
    const [match, ...others] = resolveChoices(text.trim(), search);
    if (match === undefined || others.length > 0) return undefined;
    return partial && !isExact(match, text.trim()) ? undefined : match.value;
  };
  const reason = (): string | undefined => {
    if (typed === undefined || failure === undefined) return undefined;
    if (choices.length === 0 && list.isFetching) return t("picker.unresolvedYet");
    return t("picker.unresolved", { n: resolveChoices(typed, search).length });
  };
  const unresolvedReason = reason();
  const help = (
    <>
      {texts.help} {invalidRows > 0 && t("list.oddChoices", { n: invalidRows })}
      {list.data?.truncated === true && <TruncatedNotice list={list} of={list.data} />}
    </>
  );
  const isBeingTyped = unresolvedReason !== undefined && textOnBlur !== value;
  const error =
    unresolvedReason === undefined ? failure?.message : packReason({ text: unresolvedReason });
  return (
    <Field id={id} label={texts.label} help={help} error={isBeingTyped ? undefined : error}>
      <Combobox
        id={id}
        inputRef={field.ref}
        choices={choices}
        value={value}
        onChange={field.onChange}
        onBlur={() => {
          setTextOnBlur(value);
          field.onBlur();
        }}
        resolve={resolve}
        error={isBeingTyped ? undefined : error}
        placeholder={texts.placeholder}
        emptyText={list.isFetching ? texts.loading : texts.noMatch}
        clearable={emptyValue === ""}
        matches={matches}
        moreText={texts.more}
      />
    </Field>
  );
}

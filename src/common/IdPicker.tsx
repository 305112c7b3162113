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
import { meantBy, unresolvedText } from "#ui/form/unresolved.ts";
import { useFocusKept } from "#ui/useFocusKept.ts";
import { useReasonText } from "./errorText.ts";
import styles from "./IdPicker.module.css";
import { useCommonText } from "./messages.ts";
import { useIsShownInFrame } from "./connectivity.ts";
import { usePickerText } from "./pickers/messages.ts";

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
  /** `reason` is why; undefined where it can be read and the id is typed all the same. */
  byHandHelp: (reason: string | undefined) => ReactNode;
  /** Where only the first of many choices are shown. */
  more?: (shown: number, n: number) => string;
}

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds an id as text; empty when none is chosen. */
  name: FieldPath<V>;
  words: PickerWords;
  /** The query behind the choices. */
  list: {
    isError: boolean;
    isFetching: boolean;
    error: unknown;
    data: Collected<unknown> | undefined;
    refetch: () => unknown;
  };
  /** The id is typed though the list can, perhaps, be read. */
  byHand?: boolean;
  choices: readonly Choice[];
  /** There may be more choices than these: what only finds one of them may mean another. */
  partial?: boolean;
  /** What an emptied box goes back to, where there is no way to choose nothing. */
  emptied?: string;
  fits: (choice: Choice, typed: string) => boolean;
  /** Whether a choice is named whole: by its label, its number in any spelling. */
  names: (choice: Choice, typed: string) => boolean;
}

type Part = Collected<unknown>;

/**
 * Picks one of a list by name; where the list can't be read, takes the id by hand, says why and
 * offers to read it again.
 */
export function IdPicker<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, words, list, byHand = false } = props;
  const reasonText = useReasonText();
  const box = useRef<HTMLDivElement>(null);
  // The field gives way to the other one, or a button in it goes once it was pressed.
  useFocusKept(
    box,
    useCallback(() => box.current?.querySelector("input")?.focus(), []),
  );
  const failed = list.isError && list.data === undefined;
  const isShownInFrame = useIsShownInFrame();
  const common = useCommonText();
  const why = () => (isShownInFrame(list.error) ? common("reason.above") : reasonText(list.error));
  const reason = list.isError ? why() : undefined;
  return (
    <div ref={box}>
      {byHand || failed ? (
        <TextInput
          control={control}
          name={name}
          label={words.byHand}
          help={
            <div className={styles.line}>
              <span>{words.byHandHelp(reason)}</span>
              {list.isError && <ReadAgain list={list} />}
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

function ReadAgain({ list }: Pick<Props<FieldValues, unknown>, "list">) {
  const t = useCommonText();
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

/** The provider gave less of the list than it says there is. */
function CutShort({ list, of }: Pick<Props<FieldValues, unknown>, "list"> & { of: Part }) {
  const t = useCommonText();
  const formats = useFormats();
  const n = formats.number(of.items.length + of.invalidRows.length);
  const total = of.total === undefined ? undefined : formats.number(of.total);
  return (
    <div className={styles.line}>
      <span>{total === undefined ? t("list.cutUnknown", { n }) : t("list.cut", { n, total })}</span>
      <ReadAgain list={list} />
    </div>
  );
}

function Picker<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, words, list, choices, partial = false, emptied = "", fits, names } = props;
  const common = useCommonText();
  const invalidRows = list.data?.invalidRows.length ?? 0;
  const id = useId();
  const { field, ...state } = useController({ control, name });
  const t = usePickerText();
  const failure = shownError(field.value, state);
  /** What stood in the box when it was left: while one types, nothing is wrong yet. */
  const [left, setLeft] = useState<string>();
  const value: string = field.value;
  const typed = unresolvedText(value)?.trim();
  const search = { choices, fits, names };
  const resolve = (text: string) => {
    if (text.trim() === "") return emptied;
    const [meant, ...others] = meantBy(text.trim(), search);
    if (meant === undefined || others.length > 0) return undefined;
    return partial && !names(meant, text.trim()) ? undefined : meant.value;
  };
  const reason = (): string | undefined => {
    if (typed === undefined || failure === undefined) return undefined;
    if (choices.length === 0 && list.isFetching) return t("picker.unresolvedYet");
    return t("picker.unresolved", { n: meantBy(typed, search).length });
  };
  const own = reason();
  const help = (
    <>
      {words.help} {invalidRows > 0 && common("list.oddChoices", { n: invalidRows })}
      {list.data?.truncated === true && <CutShort list={list} of={list.data} />}
    </>
  );
  const isBeingTyped = own !== undefined && left !== value;
  const error = own === undefined ? failure?.message : packReason({ text: own });
  return (
    <Field id={id} label={words.label} help={help} error={isBeingTyped ? undefined : error}>
      <Combobox
        id={id}
        inputRef={field.ref}
        choices={choices}
        value={value}
        onChange={field.onChange}
        onBlur={() => {
          setLeft(value);
          field.onBlur();
        }}
        resolve={resolve}
        error={isBeingTyped ? undefined : error}
        placeholder={words.none}
        emptyText={list.isFetching ? words.loading : words.noneFound}
        clearable={emptied === ""}
        fits={fits}
        moreText={words.more}
      />
    </Field>
  );
}

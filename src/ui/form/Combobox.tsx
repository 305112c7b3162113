import useAutocomplete from "@mui/material/useAutocomplete";
import { useForkRef } from "@mui/material/utils";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { Icon } from "../icons.tsx";
import { useUiText } from "../messages.ts";
import styles from "./Combobox.module.css";
import { describedBy } from "./Field.tsx";
import { KEEP_OFF } from "./keepOff.ts";
import { asUnresolved, unresolvedText } from "./unresolved.ts";

export interface Choice {
  value: string;
  label: string;
  /** Stands at the right, softly. */
  note?: string | undefined;
  /** What it is also called, whole: its extension, its name alone. */
  names?: readonly string[];
  /** The digits of its phone number. */
  phone?: string;
}

interface Props {
  id: string;
  /** Takes the focus when a form finds the field wrong. */
  inputRef: (element: HTMLInputElement | null) => void;
  choices: readonly Choice[];
  /**
   * Value of the chosen one, or what was typed and is none (see `unresolved.ts`); empty when
   * nothing is chosen.
   */
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  /** The choice that a text means, when the box is left; undefined where that is not clear. */
  resolve?: (typed: string) => string | undefined;
  error: string | undefined;
  placeholder: string;
  /** Stands in the list when nothing fits, or while the choices are loading. */
  emptyText: string;
  clearable: boolean;
  /** Whether a choice fits what was typed. */
  fits: (choice: Choice, typed: string) => boolean;
  /** The box takes any text: what is no choice, its form reads from the input. */
  free?: boolean;
  /** Says below the first choices that `n` fit and only `shown` are shown, where they are many. */
  moreText?: ((shown: number, n: number) => string) | undefined;
}

/** Beyond so many a list is slow to open, and nobody reads on: one searches. */
const SHOWN = 100;

/** A list to pick from and to search in by typing, with MUI's keyboard behaviour. */
export function Combobox(props: Props) {
  const { id, choices, value, error, clearable, fits, free = false } = props;
  const t = useUiText();
  const [open, setOpen] = useState(false);
  const typed = unresolvedText(value);
  const label = choices.find((choice) => choice.value === value)?.label;
  const shown = label ?? (free && value !== "" ? value : undefined);
  // The same object as long as it is the same choice: a new one would wipe out what is being typed.
  const chosen = useMemo(
    () => (shown === undefined ? null : { value, label: shown }),
    [value, shown],
  );
  // What stands in the box because it is chosen is not a search.
  const found = (inputValue: string) =>
    inputValue === chosen?.label ? choices : choices.filter((choice) => fits(choice, inputValue));
  const auto = useAutocomplete<Choice, false, false, boolean>({
    freeSolo: free,
    id,
    options: choices,
    value: chosen,
    // What is typed belongs to the form, so that no save can leave it out.
    ...(!free && { inputValue: typed ?? chosen?.label ?? "" }),
    onInputChange: (_, text, reason) => {
      if (free || reason !== "input") return;
      props.onChange(text === "" && clearable ? "" : asUnresolved(text));
    },
    onChange: (_, choice) => {
      if (typeof choice !== "string") props.onChange(choice?.value ?? "");
    },
    open,
    onOpen: () => setOpen(true),
    onClose: () => setOpen(false),
    getOptionLabel: (choice) => (typeof choice === "string" ? choice : choice.label),
    isOptionEqualToValue: (a, b) => typeof b !== "string" && a.value === b.value,
    filterOptions: (_, { inputValue }) => {
      const all = found(inputValue);
      return props.moreText === undefined ? [...all] : all.slice(0, SHOWN);
    },
    // Neither with Backspace nor with Escape.
    disableClearable: !clearable as false,
    openOnFocus: false,
    handleHomeEndKeys: true,
  });
  const moreText = (n: number) => (n > SHOWN ? props.moreText?.(SHOWN, n) : undefined);
  const { onBlur, ref, ...input } = auto.getInputProps();
  const inputRef = useForkRef(ref, props.inputRef);
  const settle = () => {
    const meant = typed === undefined ? undefined : props.resolve?.(typed);
    if (meant !== undefined) props.onChange(meant);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const picks = event.currentTarget.getAttribute("aria-activedescendant");
    if (event.key !== "Enter" || event.nativeEvent.isComposing || picks || typed === undefined)
      return;
    // What it means is to be seen before it is sent.
    event.preventDefault();
    setOpen(false);
    settle();
    props.onBlur();
  };
  return (
    <div className={styles.root}>
      <div
        {...auto.getRootProps()}
        ref={auto.setAnchorEl}
        className={`${styles.box} ${error === undefined ? "" : styles.wrong}`}
      >
        <input
          {...input}
          {...KEEP_OFF}
          ref={inputRef}
          className={styles.input}
          placeholder={props.placeholder}
          aria-describedby={describedBy(id, error)}
          aria-invalid={error !== undefined}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            onBlur?.(event);
            // Another window has the keyboard for a moment.
            if (document.activeElement === event.currentTarget) return;
            settle();
            props.onBlur();
          }}
        />
        {clearable && (chosen !== null || typed !== undefined) && (
          <button
            {...auto.getClearProps()}
            type="button"
            className={styles.button}
            aria-label={t("ui.clear")}
            onClick={(event) => {
              props.onChange("");
              auto.getClearProps().onClick?.(event);
            }}
          >
            <Icon name="close" size={16} />
          </button>
        )}
        {!(free && choices.length === 0) && (
          <button
            {...auto.getPopupIndicatorProps()}
            type="button"
            className={styles.button}
            aria-label={t("ui.choices")}
          >
            <span className={styles.arrow}>
              <Icon name="up" size={16} />
            </span>
          </button>
        )}
      </div>
      {auto.popupOpen && !(free && auto.groupedOptions.length === 0) && (
        <List
          auto={auto}
          emptyText={props.emptyText}
          moreText={moreText(found(auto.inputValue).length)}
        />
      )}
    </div>
  );
}

interface ListProps {
  auto: ReturnType<typeof useAutocomplete<Choice, false, false, boolean>>;
  emptyText: string;
  moreText: string | undefined;
}

function List({ auto, emptyText, moreText }: ListProps) {
  if (auto.groupedOptions.length > 0) return <Options auto={auto} moreText={moreText} />;
  return (
    <p className={`${styles.list} ${styles.option} ${styles.soft}`} role="status">
      {emptyText}
    </p>
  );
}

function Options({ auto, moreText }: Pick<ListProps, "auto" | "moreText">) {
  const list = auto.getListboxProps();
  useEffect(() => {
    // At the end of a form the list would open below what is in sight.
    document.getElementById(list.id ?? "")?.scrollIntoView({ block: "nearest" });
  }, [list.id]);
  return (
    <ul {...list} className={styles.list}>
      {auto.groupedOptions.map((choice, index) => {
        const { key: _key, ...option } = auto.getOptionProps({ option: choice, index });
        return (
          <li key={choice.value} {...option} className={styles.option}>
            {choice.label}
            <span className={styles.soft}>{choice.note}</span>
          </li>
        );
      })}
      {moreText !== undefined && (
        <li role="presentation" className={`${styles.option} ${styles.soft}`}>
          {moreText}
        </li>
      )}
    </ul>
  );
}

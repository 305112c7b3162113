import useAutocomplete from "@mui/material/useAutocomplete";
import { useForkRef } from "@mui/material/utils";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "../icons.tsx";
import styles from "./Form.module.css";
import { describedBy } from "./Field.tsx";
import { NO_AUTOFILL } from "./noAutofill.ts";
import { asUnresolved, unresolvedText } from "./unresolved.ts";

export interface Choice {
  value: string;
  label: string;
  /** Secondary text at the right. */
  note?: string | undefined;
  /** Other exact names: its extension, its name alone. */
  names?: readonly string[];
  /** The digits of its phone number. */
  phone?: string;
}

interface Props {
  id: string;
  /** Gets the focus when the field is invalid. */
  inputRef: (element: HTMLInputElement | null) => void;
  choices: readonly Choice[];
  /**
   * Value of the chosen option, or typed text that is no option (see `unresolved.ts`); empty when
   * nothing is chosen.
   */
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  /** The choice that a text means, on blur; undefined where that is ambiguous. */
  resolve?: (typed: string) => string | undefined;
  error: string | undefined;
  placeholder: string;
  /** Shown in the list when nothing matches, or while the choices are loading. */
  emptyText: string;
  clearable: boolean;
  /** Whether a choice matches the typed text. */
  matches: (choice: Choice, typed: string) => boolean;
  /** Accepts any text: the form reads it from the input. */
  free?: boolean;
  /** Text below the first choices where `n` match but only `shown` are listed. */
  moreText?: ((shown: number, n: number) => string) | undefined;
}

/** A longer list is slow to open, and users search rather than scroll. */
const MAX_SHOWN = 100;

/** A list to pick from and to search in by typing, with MUI's keyboard behaviour. */
export function Combobox(props: Props) {
  const { id, choices, value, error, clearable, matches, free = false } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  const typed = unresolvedText(value);
  const label = choices.find((choice) => choice.value === value)?.label;
  const shown = label ?? (free && value !== "" ? value : undefined);
  // A stable object: a new one would make MUI discard what is being typed.
  const chosen = useMemo(
    () => (shown === undefined ? null : { value, label: shown }),
    [value, shown],
  );
  // The label of the chosen option is not a search.
  const findMatches = (inputValue: string) =>
    inputValue === chosen?.label
      ? choices
      : choices.filter((choice) => matches(choice, inputValue));
  const auto = useAutocomplete<Choice, false, false, boolean>({
    freeSolo: free,
    id,
    options: choices,
    value: chosen,
    // Typed text belongs to the form's value, so that no save can miss it.
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
      const all = findMatches(inputValue);
      return props.moreText === undefined ? [...all] : all.slice(0, MAX_SHOWN);
    },
    // Neither with Backspace nor with Escape.
    disableClearable: !clearable as false,
    openOnFocus: false,
    handleHomeEndKeys: true,
  });
  const moreText = (n: number) => (n > MAX_SHOWN ? props.moreText?.(MAX_SHOWN, n) : undefined);
  const { onBlur, ref, ...input } = auto.getInputProps();
  const inputRef = useForkRef(ref, props.inputRef);
  const resolveTyped = () => {
    const resolved = typed === undefined ? undefined : props.resolve?.(typed);
    if (resolved !== undefined) props.onChange(resolved);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const picks = event.currentTarget.getAttribute("aria-activedescendant");
    if (event.key !== "Enter" || event.nativeEvent.isComposing || picks || typed === undefined)
      return;
    // The user must see the resolved choice before the form is sent.
    event.preventDefault();
    setOpen(false);
    resolveTyped();
    props.onBlur();
  };
  return (
    <div className={styles.combobox}>
      <div
        {...auto.getRootProps()}
        ref={auto.setAnchorEl}
        className={`input-box ${styles.box} ${error === undefined ? "" : styles.wrong}`}
      >
        <input
          {...input}
          {...NO_AUTOFILL}
          ref={inputRef}
          className={`bare grow tabular ${styles.input}`}
          placeholder={props.placeholder}
          aria-describedby={describedBy(id, error)}
          aria-invalid={error !== undefined}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            onBlur?.(event);
            // The window lost the focus, not the field.
            if (document.activeElement === event.currentTarget) return;
            resolveTyped();
            props.onBlur();
          }}
        />
        {clearable && (chosen !== null || typed !== undefined) && (
          <button
            {...auto.getClearProps()}
            type="button"
            className={`center muted ${styles.button}`}
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
            className={`center muted ${styles.button}`}
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
          moreText={moreText(findMatches(auto.inputValue).length)}
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
    <p className={`card ${styles.list} ${styles.option} muted`} role="status">
      {emptyText}
    </p>
  );
}

function Options({ auto, moreText }: Pick<ListProps, "auto" | "moreText">) {
  const list = auto.getListboxProps();
  useEffect(() => {
    // At the end of a form the list would open below the visible area.
    document.getElementById(list.id ?? "")?.scrollIntoView({ block: "nearest" });
  }, [list.id]);
  return (
    <ul {...list} className={`card ${styles.list}`}>
      {auto.groupedOptions.map((choice, index) => {
        const { key: _key, ...option } = auto.getOptionProps({ option: choice, index });
        return (
          <li key={choice.value} {...option} className={styles.option}>
            {choice.label}
            <span className="muted">{choice.note}</span>
          </li>
        );
      })}
      {moreText !== undefined && (
        <li role="presentation" className={`${styles.option} muted`}>
          {moreText}
        </li>
      )}
    </ul>
  );
}

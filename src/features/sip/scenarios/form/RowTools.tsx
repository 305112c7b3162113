import IconButton from "@mui/material/IconButton";
import { type Control, useController } from "react-hook-form";
import { Icon, type IconName } from "#ui/icons.tsx";
import { FieldError } from "#ui/form/Field.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./ScenarioForm.module.css";
import { isUnsendable, type ScenarioValues } from "./values.ts";

/** A row of the list of phones, and what can be done with it. */
export interface RowProps<R> {
  id: string;
  index: number;
  last: boolean;
  control: Control<ScenarioValues, unknown, R>;
  onShift: (index: number, by: -1 | 1) => void;
  onRemove: (index: number) => void;
}

/** The id of a row's button, by which it is found when the focus must follow the row. */
export const buttonId = (row: string, what: "up" | "down" | "remove") => `${row}-${what}`;

/** The buttons of a row. A row that can't be saved has the form's focus on its "remove". */
export function RowTools<R>(props: RowProps<R> & { what: string }) {
  const { id, index, last, control, what, onShift, onRemove } = props;
  const t = useText();
  const { field } = useController({ control, name: `phones.${index}.foreign` });
  return (
    <div className={styles.tools}>
      <Tool
        id={buttonId(id, "up")}
        icon="up"
        label={t("scenarioForm.up", { what })}
        disabled={index === 0}
        onClick={() => onShift(index, -1)}
      />
      <Tool
        id={buttonId(id, "down")}
        icon="down"
        label={t("scenarioForm.down", { what })}
        disabled={last}
        onClick={() => onShift(index, 1)}
      />
      <Tool
        id={buttonId(id, "remove")}
        icon="trash"
        label={t("scenarioForm.remove", { what })}
        describedBy={`${id}-error`}
        inputRef={field.ref}
        onClick={() => onRemove(index)}
      />
    </div>
  );
}

/** Why the form can't be saved with this row, once saving was tried. */
export function RowError<R>({ id, index, control }: RowProps<R>) {
  const { field, fieldState } = useController({ control, name: `phones.${index}.foreign` });
  const stays = isUnsendable({ foreign: field.value }, index);
  return <FieldError id={id} error={stays ? fieldState.error?.message : undefined} />;
}

interface ToolProps {
  id: string;
  icon: IconName;
  label: string;
  disabled?: boolean;
  describedBy?: string;
  inputRef?: (element: HTMLElement | null) => void;
  onClick: () => void;
}

/** One that is off keeps the focus: whoever moves a row to the end stays with it. */
function Tool({ id, icon, label, disabled = false, describedBy, inputRef, onClick }: ToolProps) {
  return (
    <IconButton
      id={id}
      ref={inputRef}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      aria-describedby={describedBy}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Icon name={icon} size={16} />
    </IconButton>
  );
}

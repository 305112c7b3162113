import IconButton from "@mui/material/IconButton";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type ReactNode, useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { useText } from "#i18n/texts.ts";
import { Icon } from "../icons.tsx";
import { describedBy, Field } from "./Field.tsx";
import { noAutofill } from "./noAutofill.ts";
import { typedNumber } from "./resolver.ts";

export interface Grid {
  min: number;
  max: number;
  step: number;
}

/** The next multiple of the step in a direction, within the limits. */
export function stepOnGrid(value: number, direction: 1 | -1, { min, max, step }: Grid): number {
  const at = (value - min) / step;
  const next = direction === 1 ? Math.floor(at) + 1 : Math.ceil(at) - 1;
  return Math.min(max, Math.max(min, min + next * step));
}

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  label: string;
  help?: ReactNode;
  grid: Grid;
}

/** A number in steps: buttons and arrow keys move by a step, typed numbers are validated. */
export function StepperInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, label, help, grid } = props;
  const t = useText();
  const id = useId();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  const typed = typedNumber(String(field.value));
  const value = typeof typed === "number" ? typed : grid.min;
  const move = (direction: 1 | -1) => field.onChange(String(stepOnGrid(value, direction, grid)));
  const labelValues = { what: label, step: grid.step };
  return (
    <Field id={id} label={label} help={help} error={error}>
      <div className="row gap-8">
        <IconButton
          aria-label={t("ui.decrease", labelValues)}
          aria-disabled={value <= grid.min}
          onClick={() => move(-1)}
        >
          <Icon name="minus" size={16} />
        </IconButton>
        <OutlinedInput
          id={id}
          value={field.value}
          inputRef={field.ref}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={error !== undefined}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            move(event.key === "ArrowUp" ? 1 : -1);
          }}
          slotProps={{
            input: {
              role: "spinbutton",
              "aria-valuenow": value,
              "aria-valuemin": grid.min,
              "aria-valuemax": grid.max,
              "aria-describedby": describedBy(id, error),
              inputMode: "numeric",
              ...noAutofill(name),
            },
          }}
          sx={{ width: 88, "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } }}
        />
        <IconButton
          aria-label={t("ui.increase", labelValues)}
          aria-disabled={value >= grid.max}
          onClick={() => move(1)}
        >
          <Icon name="plus" size={16} />
        </IconButton>
      </div>
    </Field>
  );
}

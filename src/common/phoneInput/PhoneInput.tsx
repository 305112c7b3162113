import Button from "@mui/material/Button";
import { type ReactNode, useCallback, useRef } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useFocusKept } from "#ui/useFocusKept.ts";
import type { PhoneReading } from "../dialPlan.ts";
import { formatTypedPhone, usePhoneFormat } from "../phone.ts";
import { usePhoneReadings } from "../usePhoneReadings.ts";
import { usePhoneInputText } from "./messages.ts";
import { PhoneCountryLine } from "./PhoneCountryLine.tsx";
import styles from "./PhoneInput.module.css";
import { usePhoneProblemText } from "./usePhoneProblemText.ts";
import { unbroken } from "#ui/unbroken.tsx";

interface Props<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds the number as it is typed. */
  name: FieldPath<V>;
  label: string;
  help?: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
  /** The number goes back to the provider as it came: it needs no checking. */
  unchanged?: boolean;
}

/**
 * A phone number: what is typed is read exactly or refused in words, and the country stands beside
 * it as soon as it is not Russia. What seems to be meant is offered, never taken by itself.
 */
export function PhoneInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, label, help, required = false, autoFocus = false } = props;
  const { field } = useController({ control, name });
  const format = usePhoneFormat();
  const problemText = usePhoneProblemText();
  const typed: string = field.value;
  const [[reading], readAgain] = usePhoneReadings([typed]);
  const refused = reading?.ok === false && !props.unchanged ? reading : undefined;
  const box = useRef<HTMLDivElement>(null);
  // The button goes once it was pressed.
  useFocusKept(
    box,
    useCallback(() => box.current?.querySelector("input")?.focus(), []),
  );
  // The same text once more, so that the form checks it again.
  const retry = async () => {
    await readAgain();
    field.onChange(typed);
  };
  return (
    <div ref={box}>
      <TextInput
        control={control}
        name={name}
        label={label}
        required={required}
        autoFocus={autoFocus}
        inputMode="tel"
        formatOnBlur={(text) => formatTypedPhone(text, format)}
        reason={refused && problemText(refused.problem)}
        help={
          <>
            <PhoneCountryLine typed={typed} />
            {refused !== undefined && (
              <WayOn refused={refused} onUse={field.onChange} onRetry={() => void retry()} />
            )}
            {help}
          </>
        }
      />
    </div>
  );
}

interface WayOnProps {
  refused: Extract<PhoneReading, { ok: false }>;
  onUse: (number: string) => void;
  onRetry: () => void;
}

/** The button that mends what was refused, where one can. */
function WayOn({ refused: { problem, suggestion }, onUse, onRetry }: WayOnProps) {
  const t = usePhoneInputText();
  const format = usePhoneFormat();
  if (problem.kind === "library") {
    return (
      <Button size="small" variant="outlined" className={styles.button} onClick={onRetry}>
        {t("phoneInput.retry")}
      </Button>
    );
  }
  if (suggestion === undefined) return null;
  const number = format(suggestion);
  return (
    <Button size="small" variant="outlined" className={styles.button} onClick={() => onUse(number)}>
      {unbroken(t("phoneInput.use", { number }))}
    </Button>
  );
}

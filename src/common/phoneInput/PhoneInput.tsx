import Button from "@mui/material/Button";
import { type ReactNode, useCallback, useRef } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import type { PhoneReading } from "#lib/dialPlan.ts";
import { useText } from "#i18n/texts.ts";
import { formatTypedPhone, usePhoneFormat } from "../phone.ts";
import { usePhoneReadings } from "../usePhoneReadings.ts";
import { PhoneCountryLine } from "./PhoneCountryLine.tsx";
import styles from "#ui/form/Form.module.css";
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
  /** The number goes back to the provider unchanged: it needs no validation. */
  unchanged?: boolean;
}

/**
 * A field for a phone number. An invalid number gets an error and, where possible, a suggestion to
 * accept; the field never changes the number itself. Countries other than Russia are named.
 */
export function PhoneInput<V extends FieldValues, R>(props: Props<V, R>) {
  const { control, name, label, help, required = false, autoFocus = false } = props;
  const { field } = useController({ control, name });
  const format = usePhoneFormat();
  const problemText = usePhoneProblemText();
  const typed: string = field.value;
  const [[reading], retryReading] = usePhoneReadings([typed]);
  const rejected = reading?.ok === false && !props.unchanged ? reading : undefined;
  const box = useRef<HTMLDivElement>(null);
  // The button disappears when pressed.
  useFocusFallback(
    box,
    useCallback(() => box.current?.querySelector("input")?.focus(), []),
  );
  // Sets the same text, so that the form validates it again.
  const retry = async () => {
    await retryReading();
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
        reason={rejected && problemText(rejected.problem)}
        help={
          <>
            <PhoneCountryLine typed={typed} />
            {rejected !== undefined && (
              <FixButton rejected={rejected} onUse={field.onChange} onRetry={() => void retry()} />
            )}
            {help}
          </>
        }
      />
    </div>
  );
}

interface FixButtonProps {
  rejected: Extract<PhoneReading, { ok: false }>;
  onUse: (number: string) => void;
  onRetry: () => void;
}

/** The button that fixes an invalid number, where possible. */
function FixButton({ rejected: { problem, suggestion }, onUse, onRetry }: FixButtonProps) {
  const t = useText();
  const format = usePhoneFormat();
  if (problem.kind === "library") {
    return (
      <Button size="small" variant="outlined" className={styles.fix} onClick={onRetry}>
        {t("phoneInput.retry")}
      </Button>
    );
  }
  if (suggestion === undefined) return null;
  const number = format(suggestion);
  return (
    <Button size="small" variant="outlined" className={styles.fix} onClick={() => onUse(number)}>
      {unbroken(t("phoneInput.use", { number }))}
    </Button>
  );
}

import { useCallback, useState } from "react";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { isApiError } from "#api/errors.ts";
import { useText } from "#i18n/texts.ts";
import { type ErrorText, fieldReason, useErrorText } from "./errorText.ts";
import { packReason } from "#ui/form/issues.ts";
import { useErrorToastAfterLeave } from "./useErrorToastAfterLeave.ts";

/**
 * Shows a failed save's error in exactly one place: on the fields that it names and that are on
 * screen, else above the buttons, or as a toast if the form was left meanwhile. `describeError`
 * replaces the general texts.
 */
export function useServerErrors<V extends FieldValues>(
  setError: UseFormSetError<V>,
  fieldsOnScreen: () => readonly FieldPath<V>[],
  describeError?: (error: unknown) => ErrorText,
) {
  const t = useText();
  const errorText = useErrorText();
  const toastIfLeft = useErrorToastAfterLeave();
  const [formError, setFormError] = useState<unknown>(undefined);
  const showError = (error: unknown) => {
    const { title, text } = (describeError ?? errorText)(error);
    if (toastIfLeft(`${title}. ${text}`)) return;
    const fields = fieldsOnScreen();
    const named = isApiError(error) ? Object.entries(error.fields) : [];
    const known = named.flatMap(([name, [reason]]) => {
      const field = fields.find((one) => one === name);
      return field === undefined || reason === undefined ? [] : [{ field, reason }];
    });
    for (const [index, { field, reason }] of known.entries()) {
      const message = packReason({ text: fieldReason(reason, t) });
      setError(field, { type: "server", message }, { shouldFocus: index === 0 });
    }
    setFormError(known.length === named.length && known.length > 0 ? undefined : error);
  };
  const clear = useCallback(() => setFormError(undefined), []);
  return { formError, showError, clear };
}

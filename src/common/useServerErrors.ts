import { useCallback, useState } from "react";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { isApiError } from "#api/errors.ts";
import { type ErrorText, fieldReason, useErrorText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";
import { packReason } from "#ui/form/issues.ts";
import { useErrorToastAfterLeave } from "./useErrorToastAfterLeave.ts";

/**
 * Puts what the server says of a failed save where it belongs: on the fields that are on
 * screen, the rest above the buttons; in the corner where the form was left meanwhile. One failure
 * is told in one place. `wordsOf` says in other words than the usual what an error means.
 */
export function useServerErrors<V extends FieldValues>(
  setError: UseFormSetError<V>,
  fieldsOnScreen: () => readonly FieldPath<V>[],
  wordsOf?: (error: unknown) => ErrorText,
) {
  const t = useCommonText();
  const usual = useErrorText();
  const tellLate = useErrorToastAfterLeave();
  const [general, setGeneral] = useState<unknown>(undefined);
  const place = (error: unknown) => {
    const { title, text } = (wordsOf ?? usual)(error);
    if (tellLate(`${title}. ${text}`)) return;
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
    setGeneral(known.length === named.length && known.length > 0 ? undefined : error);
  };
  const clear = useCallback(() => setGeneral(undefined), []);
  return { general, place, clear };
}

import { useCallback, useState } from "react";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { isApiError } from "#api/errors.ts";
import { fieldReason } from "./errorText.ts";
import { useCommonText } from "./messages.ts";
import { packReason } from "#ui/form/issues.ts";

/**
 * Puts what the server says of a failed save where it belongs: on the fields that are on
 * screen, the rest above the buttons. One failure is told in one place.
 */
export function useServerErrors<V extends FieldValues>(
  setError: UseFormSetError<V>,
  fieldsOnScreen: () => readonly FieldPath<V>[],
) {
  const t = useCommonText();
  const [general, setGeneral] = useState<unknown>(undefined);
  const place = (error: unknown) => {
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

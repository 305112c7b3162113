import { useCallback, useState } from "react";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { isApiError } from "#api/errors.ts";
import { useText } from "#i18n/texts.ts";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { fieldReason } from "./fieldReason.ts";
import { packReason } from "#ui/form/issues.ts";
import { useErrorToastAfterLeave } from "./useErrorToastAfterLeave.ts";

interface Options<V extends FieldValues> {
  /** Texts for errors that have a special meaning here. */
  describeError?: ((error: unknown) => ErrorText) | undefined;
  /** Texts for fields that an error is about, though it does not name them. */
  fieldErrors?: ((error: unknown) => FieldTexts<V> | undefined) | undefined;
}

export type FieldTexts<V extends FieldValues> = Partial<Record<FieldPath<V>, string>>;

/**
 * Shows a failed save's error in exactly one place: on the fields that it is about and that are on
 * screen, else above the buttons, or as a toast if the form was left meanwhile.
 */
export function useServerErrors<V extends FieldValues>(
  setError: UseFormSetError<V>,
  fieldsOnScreen: () => readonly FieldPath<V>[],
  { describeError, fieldErrors }: Options<V> = {},
) {
  const t = useText();
  const errorText = useErrorText();
  const toastIfLeft = useErrorToastAfterLeave();
  const [formError, setFormError] = useState<unknown>(undefined);
  const showError = (error: unknown) => {
    const { title, text } = (describeError ?? errorText)(error);
    if (toastIfLeft(`${title}. ${text}`)) return;
    const named = Object.entries<string | undefined>(
      fieldErrors?.(error) ?? providerFieldTexts(error, t),
    );
    const fields = fieldsOnScreen();
    const known = named.flatMap(([name, reason]) => {
      const field = fields.find((one) => one === name);
      return field === undefined || reason === undefined ? [] : [{ field, reason }];
    });
    for (const [index, { field, reason }] of known.entries()) {
      const message = packReason({ text: reason });
      setError(field, { type: "server", message }, { shouldFocus: index === 0 });
    }
    setFormError(known.length === named.length && known.length > 0 ? undefined : error);
  };
  const clear = useCallback(() => setFormError(undefined), []);
  return { formError, showError, clear, toastIfLeft };
}

/** The provider's first message for each field that it names; undefined where there is none. */
function providerFieldTexts(error: unknown, t: Parameters<typeof fieldReason>[1]) {
  if (!isApiError(error)) return {};
  return Object.fromEntries(
    Object.entries(error.fields).map(([name, [reason]]) => [
      name,
      reason === undefined ? undefined : fieldReason(reason, t),
    ]),
  );
}

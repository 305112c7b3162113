import type { ControllerFieldState, FieldError, UseFormStateReturn } from "react-hook-form";

interface Controlled {
  fieldState: ControllerFieldState;
  // Works with the values of any form.
  formState: Pick<UseFormStateReturn<never>, "submitCount">;
}

/**
 * The error of a field, as soon as it should be visible: an empty field that was only tabbed past
 * shows none before the first submit.
 */
export function shownError(value: unknown, { fieldState, formState }: Controlled) {
  const error: FieldError | undefined = fieldState.error;
  const isUntouched = value === "" && !fieldState.isDirty && formState.submitCount === 0;
  return isUntouched && error?.type !== "server" ? undefined : error;
}

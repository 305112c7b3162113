import type { ControllerFieldState, FieldError, UseFormStateReturn } from "react-hook-form";

interface Controlled {
  fieldState: ControllerFieldState;
  // Every form has a type of values of its own.
  formState: Pick<UseFormStateReturn<never>, "submitCount">;
}

/**
 * What is wrong with a field, once that may be said: a field that was passed by empty is not wrong
 * before one saves.
 */
export function shownError(value: unknown, { fieldState, formState }: Controlled) {
  const error: FieldError | undefined = fieldState.error;
  const isPassedBy = value === "" && !fieldState.isDirty && formState.submitCount === 0;
  return isPassedBy && error?.type !== "server" ? undefined : error;
}

import type { ReactNode } from "react";
import { type FieldPath, type FieldValues, useForm, type UseFormProps } from "react-hook-form";
import type { DraftShape } from "#ui/form/draft/shape.ts";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { ErrorMessage } from "./ErrorMessage.tsx";
import type { ErrorText } from "./errorText.ts";
import { type FieldTexts, useServerErrors } from "./useServerErrors.ts";

/** The outcome of a save that did not fail. */
export type SaveResult =
  | {
      /** The toast that confirms it. */
      message?: string;
      /** The button of that toast: the way back or, where there is none, the next step. */
      undo?: ToastAction | undefined;
      /** Leaves the form, unless the user has done so; closes the panel by default. */
      leave?: () => Promise<void> | void;
    }
  /** Nothing was saved and the panel shows why; this text is for a user who has left. */
  | { blocked: string };

interface Options<V extends FieldValues, Body> extends Pick<
  UseFormProps<V, unknown, Body>,
  "resolver" | "defaultValues"
> {
  /** What of the form is kept as a draft while it is not saved. */
  shape: DraftShape<V>;
  /** The server's data that the form edits; a draft records whether it has changed since. */
  of: unknown;
  /** Search parameters that are part of the form's address. */
  params?: readonly string[];
  /** The fields on screen, by the names that the provider's errors call them. */
  fields: (values: V) => readonly FieldPath<V>[];
  /** Texts for errors that have a special meaning here. */
  describeError?: (error: unknown) => ErrorText;
  /** Texts for fields that an error is about, though it does not name them. */
  fieldErrors?: (error: unknown, values: V) => FieldTexts<V> | undefined;
  /** Saves the validated values; if it rejects, the form stays open and shows the error. */
  save: (body: Body) => Promise<SaveResult>;
  close: () => Promise<void>;
}

/**
 * A form in a panel with its own route, from its initial values to its closing: validates, keeps a
 * draft, saves once at a time, shows a failure in exactly one place (field, above the buttons, or a
 * toast where the form was left), confirms success and closes. Spread `panel` into `FormPanel` or
 * `PanelForm`.
 */
export function usePanelForm<V extends FieldValues, Body>(options: Options<V, Body>) {
  const { resolver, defaultValues, shape, of, params, describeError, save, close } = options;
  const form = useForm<V, unknown, Body>({ resolver, defaultValues, mode: "onTouched" });
  const draft = useFormDraft(form, { shape, of, params });
  const isStillOnPage = useIsStillOnPage();
  const errors = useServerErrors<V>(form.setError, () => options.fields(form.getValues()), {
    describeError,
    fieldErrors: (error) => options.fieldErrors?.(error, form.getValues()),
  });

  const finish = async ({
    message,
    undo,
    leave = close,
  }: Exclude<SaveResult, { blocked: string }>) => {
    draft.finish();
    if (message !== undefined) toast("success", message, undo);
    if (isStillOnPage.current) await leave();
  };
  const submit = (write = save) => {
    const handleValid = async (body: Body) => {
      errors.clear();
      try {
        const result = await write(body);
        if ("blocked" in result) errors.toastIfLeft(result.blocked);
        else await finish(result);
      } catch (error) {
        errors.showError(error);
      }
    };
    void draft.run(() => form.handleSubmit(handleValid)());
  };
  const { formError } = errors;
  const submitError: ReactNode =
    formError === undefined ? undefined : (
      <ErrorMessage error={formError} errorText={describeError?.(formError)} />
    );
  return {
    form,
    draft,
    /** Saves, by default with `save`. */
    submit,
    /** Ends the form as after a save. */
    finish,
    clearError: errors.clear,
    panel: { draft, submitError, onSubmit: () => submit(), onClose: () => void close() },
  };
}

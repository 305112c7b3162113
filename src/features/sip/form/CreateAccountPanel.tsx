import { useEffect } from "react";
import { type SubmitHandler, useForm } from "react-hook-form";
import { useLocation, useNavigate } from "react-router";
import type * as z from "zod/mini";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { paths } from "#paths";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useCreateAccount } from "#domain/sip/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { FirstScenarioInputs } from "./FirstScenarioInputs.tsx";
import { SettingsInputs } from "./SettingsInputs.tsx";
import { useExtensions } from "./useExtensions.ts";
import { useTakenResolver } from "./useTakenResolver.ts";
import { CREATE_DRAFT, type CreateValues, createSchema, EMPTY, toCreateRequest } from "./values.ts";

const FIELDS = ["number", "name", "role", "aon", "sip_timeout", "phone_number"] as const;
/** These are on screen only when a phone is typed. */
const PHONE_FIELDS = ["sequence_rule", "phone_timeout"] as const;
const resolver = requestResolver(createSchema, toCreateRequest, {
  formats: { phone_number: "field.phone" },
});

/** `/sip/new`: a new account with its first scenario. */
export function CreateAccountPanel() {
  const t = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const close = useClosePanel(`${paths.sip()}${search}`);
  const create = useCreateAccount();
  const isStillOnPage = useIsStillOnPage();
  const extensions = useExtensions();
  const { free } = extensions;
  const suggested = free === undefined ? "" : String(free);
  const form = useForm({
    resolver: useTakenResolver(resolver, extensions),
    defaultValues: { ...EMPTY, number: suggested },
    mode: "onTouched",
  });
  const { control, handleSubmit, setError, getFieldState, getValues, resetField } = form;
  const draft = useFormDraft(form, { shape: CREATE_DRAFT, of: EMPTY });
  const errors = useServerErrors<CreateValues>(setError, () =>
    getValues("phone_number").trim() === "" ? FIELDS : [...FIELDS, ...PHONE_FIELDS],
  );
  useEffect(() => {
    // The list came after the form. Suggested once: what stands there is not changed under a hand.
    if (getValues("number") !== "" || getFieldState("number").isDirty) return;
    resetField("number", { defaultValue: suggested });
  }, [suggested, getFieldState, getValues, resetField]);

  const save: SubmitHandler<z.output<typeof createSchema>> = async (body) => {
    errors.clear();
    try {
      const id = await create.mutateAsync(body);
      draft.finish();
      const values = { extension: body.number, name: body.name };
      toast("success", id === undefined ? t("form.createdUnknown") : t("form.created", values));
      const searchUrl = `${paths.sip()}?${new URLSearchParams({ q: String(body.number) })}`;
      if (!isStillOnPage.current) return;
      await navigate(id === undefined ? searchUrl : paths.sipAccount(id), { replace: true });
    } catch (error) {
      errors.showError(error);
    }
  };
  const discard = () => {
    draft.discard();
    form.reset({ ...EMPTY, number: suggested });
  };
  return (
    <FormPanel
      title={t("form.createTitle")}
      submitLabel={t("form.create")}
      submitError={
        errors.formError === undefined ? undefined : <ErrorMessage error={errors.formError} />
      }
      draft={{ ...draft, discard }}
      onSubmit={() => void draft.run(() => handleSubmit(save)())}
      onClose={() => void close()}
    >
      <SettingsInputs control={control} extensions={extensions} />
      <FirstScenarioInputs control={control} />
    </FormPanel>
  );
}

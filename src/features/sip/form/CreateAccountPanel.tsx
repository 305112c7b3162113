import { useEffect, useRef } from "react";
import { type SubmitHandler, useForm, useFormState } from "react-hook-form";
import { useLocation, useNavigate } from "react-router";
import type * as z from "zod/mini";
import { ErrorWords } from "#common/ErrorWords.tsx";
import { useServerErrors } from "#common/useServerErrors.ts";
import { paths } from "#paths";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { toast } from "#ui/toasts.ts";
import { useSipText } from "../messages.ts";
import { useCreateAccount } from "../mutations.ts";
import { ExtensionHelp } from "./ExtensionHelp.tsx";
import { FirstScenarioInputs } from "./FirstScenarioInputs.tsx";
import { SettingsInputs } from "./SettingsInputs.tsx";
import { useExtensions } from "./useExtensions.ts";
import { type CreateValues, createSchema, EMPTY, toCreateRequest } from "./values.ts";

const FIELDS = [
  "number",
  "name",
  "role",
  "aon",
  "sequence_rule",
  "sip_timeout",
  "phone_number",
  "phone_timeout",
] as const;
const resolver = requestResolver(createSchema, toCreateRequest);

/** `/sip/new`: a new account with its first scenario. */
export function CreateAccountPanel() {
  const t = useSipText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const create = useCreateAccount();
  const saved = useRef(false);
  const form = useForm({ resolver, defaultValues: EMPTY, mode: "onTouched" });
  const { control, handleSubmit, setError, getFieldState, resetField } = form;
  const { isDirty } = useFormState({ control });
  const errors = useServerErrors<CreateValues>(setError, FIELDS);
  const extensions = useExtensions();
  const { free } = extensions;
  useEffect(() => {
    // Suggested as long as nobody has typed another.
    if (free === undefined || getFieldState("number").isDirty) return;
    resetField("number", { defaultValue: String(free) });
  }, [free, getFieldState, resetField]);

  const save: SubmitHandler<z.output<typeof createSchema>> = (body) => {
    if (create.isPending || saved.current) return;
    errors.clear();
    create.mutate(body, {
      onError: errors.place,
      onSuccess: (id) => {
        saved.current = true;
        const words = { extension: body.number, name: body.name };
        toast("done", id === undefined ? t("form.createdUnknown") : t("form.created", words));
        const found = `${paths.sip()}?${new URLSearchParams({ q: String(body.number) })}`;
        void navigate(id === undefined ? found : paths.sipAccount(id), { replace: true });
      },
    });
  };
  return (
    <FormPanel
      title={t("form.createTitle")}
      loading={create.isPending}
      submitLabel={t("form.create")}
      submitError={errors.general === undefined ? undefined : <ErrorWords error={errors.general} />}
      dirty={isDirty}
      saved={saved}
      onSubmit={(event) => void handleSubmit(save)(event)}
      onClose={() => void navigate({ pathname: paths.sip(), search }, { preventScrollReset: true })}
    >
      <SettingsInputs
        control={control}
        extensionHelp={<ExtensionHelp control={control} name="number" extensions={extensions} />}
      />
      <FirstScenarioInputs control={control} />
    </FormPanel>
  );
}

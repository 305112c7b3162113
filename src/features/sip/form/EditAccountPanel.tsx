import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type SubmitHandler, useForm, useWatch } from "react-hook-form";
import { useParams } from "react-router";
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
import { useUpdateAccount } from "#domain/sip/mutations.ts";
import { accountQuery, type CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { PasswordInput } from "./PasswordInput.tsx";
import { SettingsInputs } from "./SettingsInputs.tsx";
import { useExtensions } from "./useExtensions.ts";
import { useTakenResolver } from "./useTakenResolver.ts";
import {
  pickChanges,
  EDIT_DRAFT,
  type EditValues,
  editSchema,
  toEditValues,
  toEditRequest,
} from "./values.ts";

const FIELDS = ["number", "name", "role", "aon", "password"] as const;
const resolver = requestResolver(editSchema, toEditRequest);

/** `/sip/:id/edit`: opens with the account as it is and sends only what was changed. */
export function EditAccountPanel() {
  const id = Number(useParams().id);
  const { data } = useQuery(accountQuery(id));
  // The page beneath shows loading, errors and "no such account".
  return data === undefined ? null : <EditForm key={id} account={data} />;
}

function EditForm({ account: latest }: { account: CachedAccount }) {
  const t = useText();
  // As it was when the form opened: a refresh meanwhile must not change what is being edited.
  const [account] = useState(latest);
  const update = useUpdateAccount(account.id);
  const isStillOnPage = useIsStillOnPage();
  const [values] = useState(() => toEditValues(account));
  const extensions = useExtensions();
  const form = useForm({
    resolver: useTakenResolver(resolver, extensions, account.number),
    defaultValues: values,
    mode: "onTouched",
  });
  const { control, handleSubmit, setError } = form;
  const draft = useFormDraft(form, { shape: EDIT_DRAFT, of: values });
  const errors = useServerErrors<EditValues>(setError, () => FIELDS);
  const close = useClosePanel(paths.sipAccount(account.id));

  const save: SubmitHandler<z.output<typeof editSchema>> = async (request) => {
    errors.clear();
    const changes = pickChanges(request, account);
    const any = Object.keys(changes).length > 0;
    try {
      if (any) await update(changes);
      draft.finish();
      const { password, number: extension = account.number } = changes;
      const saved =
        password === undefined ? t("form.saved") : t("form.savedWithPassword", { extension });
      toast("success", any ? saved : t("form.nothing"));
      if (isStillOnPage.current) await close();
    } catch (error) {
      errors.showError(error);
    }
  };
  const hasPassword = useWatch({ control, name: "password" }) !== "";
  return (
    <FormPanel
      title={t("form.editTitle", { extension: account.number, name: account.name })}
      submitLabel={hasPassword ? t("form.saveWithPassword") : t("form.save")}
      submitError={
        errors.formError === undefined ? undefined : <ErrorMessage error={errors.formError} />
      }
      draft={draft}
      onSubmit={() => void draft.run(() => handleSubmit(save)())}
      onClose={() => void close()}
    >
      <SettingsInputs
        control={control}
        callerId={account.aon}
        extensions={extensions}
        own={account.number}
      />
      <PasswordInput control={control} />
    </FormPanel>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Control, useWatch } from "react-hook-form";
import { useParams } from "react-router";
import { useUndoAction } from "#common/journal/useUndoAction.ts";
import { passwordFlaws } from "#common/secrets/flaws.ts";
import { SecretInput } from "#common/secrets/SecretInput.tsx";
import { SecretStep } from "#common/secrets/SecretStep.tsx";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { useUpdateAccount } from "#domain/sip/mutations.ts";
import { accountQuery, type CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { generatePassword, passwordStrength } from "#common/secrets/password.ts";
import {
  EDIT_DRAFT,
  editSchema,
  type EditValues,
  pickChanges,
  toEditRequest,
  toEditValues,
} from "./schema.ts";
import { SettingsInputs } from "./SettingsInputs.tsx";
import { useExtensions, useTakenResolver } from "./useExtensions.ts";
import { useHandOverAction } from "./useHandOverAction.ts";

const FIELDS = ["number", "name", "role", "aon", "password"] as const;
const resolver = requestResolver(editSchema, toEditRequest);

/** `/sip/:id/edit`: opens with the account's values and sends only the changed fields. */
export function EditAccountPanel() {
  const id = Number(useParams().id);
  const { data } = useQuery(accountQuery(id));
  // The page beneath shows loading, errors and "no such account".
  return data === undefined ? null : <EditForm key={id} account={data} />;
}

function EditForm({ account: latest }: { account: CachedAccount }) {
  const t = useText();
  // The account as of opening: a refetch must not change what is being edited.
  const [account] = useState(latest);
  const [values] = useState(() => toEditValues(account));
  const update = useUpdateAccount();
  const findUndo = useUndoAction();
  const handOver = useHandOverAction();
  const extensions = useExtensions();
  const takenResolver = useTakenResolver(resolver, extensions, account.number);
  const { form, panel } = usePanelForm({
    resolver: takenResolver,
    defaultValues: values,
    shape: EDIT_DRAFT,
    of: values,
    fields: () => FIELDS,
    close: useClosePanel(paths.sipAccount(account.id)),
    save: async (request) => {
      const changes = pickChanges(request, account);
      if (Object.keys(changes).length === 0) return { message: t("form.nothing") };
      const { entry } = await update.mutateAsync({ params: { id: account.id }, body: changes });
      const undo = await findUndo(entry);
      const { password, number: extension = account.number } = changes;
      if (password === undefined) return { message: t("form.saved"), undo };
      return {
        message: t("form.savedWithPassword", { extension }),
        undo: undo ?? handOver(account.id),
      };
    },
  });
  const { control } = form;
  const hasPassword = useWatch({ control, name: "password" }) !== "";
  return (
    <FormPanel
      title={t("form.editTitle", { extension: account.number, name: account.name })}
      submitLabel={hasPassword ? t("form.saveWithPassword") : t("form.save")}
      {...panel}
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

/** A new password, on demand: generated, or typed instead, with a hint about its strength. */
function PasswordInput<R>({ control }: { control: Control<EditValues, unknown, R> }) {
  const t = useText();
  const password = useWatch({ control, name: "password" });
  return (
    <SecretStep
      control={control}
      name="password"
      label={t("account.password")}
      help={t("form.passwordSame")}
      openLabel={t("form.passwordSet")}
      keepLabel={t("form.passwordKeep")}
      suggest={generatePassword}
    >
      <SecretInput
        control={control}
        name="password"
        label={t("form.password")}
        help={
          <>
            {t("form.passwordHelp")} <StrengthHint password={password} />
          </>
        }
        isRefused={() => true}
        generate={generatePassword}
        autoFocus
      />
    </SecretStep>
  );
}

const STRENGTH_COLOR = { weak: "attention", fair: "", strong: "online" };

function StrengthHint({ password }: { password: string }) {
  const t = useText();
  const strength = passwordStrength(password);
  const isRated = password !== "" && passwordFlaws(password).length === 0;
  return (
    <span role="status" className={`strong ${STRENGTH_COLOR[strength]}`}>
      {isRated && t(`form.strength.${strength}`)}
    </span>
  );
}

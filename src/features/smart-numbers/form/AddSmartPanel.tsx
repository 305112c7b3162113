import { type SubmitHandler, useForm } from "react-hook-form";
import { useNavigate, useSearchParams } from "react-router";
import { LIMITS } from "#api/fields.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { parseId, paths } from "#paths";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { packReason } from "#ui/form/issues.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { type AddBody, withAdded } from "#domain/smartNumbers/added.ts";
import { isUnknownUser } from "#domain/smartNumbers/errors.ts";
import { useAddSmartNumber } from "#domain/smartNumbers/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { type AddValues, DRAFT, FIELDS, resolver } from "./values.ts";

/** `/smart-numbers/new`: a number that the provider picks, leading to the one given here. */
export function AddSmartPanel() {
  const t = useText();
  const phone = usePhoneFormat();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const asked = params.get("user") ?? "";
  const close = useClosePanel({ pathname: paths.smartNumbers(), search: params.toString() });
  const add = useAddSmartNumber();
  const isStillOnPage = useIsStillOnPage();
  const form = useForm<AddValues, unknown, AddBody>({
    resolver,
    defaultValues: { user_id: asked, phone_b: "", description: "" },
    mode: "onTouched",
  });
  const { control, handleSubmit, setError } = form;
  const draft = useFormDraft(form, { shape: DRAFT, of: null, params: ["user"] });
  const errors = useServerErrors<AddValues>(setError, () => FIELDS);

  const save: SubmitHandler<AddBody> = async (body) => {
    errors.clear();
    const b = phone(body.phone_b);
    try {
      const number = await add.mutateAsync(body);
      draft.finish();
      const x = number === undefined ? undefined : phone(number.phoneX);
      toast(
        "success",
        x === undefined ? t("smart.addedUnknown", { b }) : t("smart.added", { x, b }),
      );
      if (!isStillOnPage.current) return;
      await navigate(paths.smartNumbers(body.user_id), {
        replace: true,
        state: number === undefined ? null : withAdded(number.id),
      });
    } catch (error) {
      if (!isUnknownUser(error) || !isStillOnPage.current) return errors.showError(error);
      const text = t("smart.unknownUser", { user: String(body.user_id) });
      setError("user_id", { type: "server", message: packReason({ text }) }, { shouldFocus: true });
    }
  };
  const hasUser = parseId(asked) !== undefined;
  return (
    <FormPanel
      title={t("smart.addTitle")}
      submitLabel={t("smart.addButton")}
      submitError={
        errors.formError === undefined ? undefined : <ErrorMessage error={errors.formError} />
      }
      draft={draft}
      onSubmit={() => void draft.run(() => handleSubmit(save)())}
      onClose={() => void close()}
    >
      <p>{t("smart.addLead")}</p>
      <TextInput
        control={control}
        name="user_id"
        label={t("smart.user")}
        help={t("smart.addUserHelp")}
        inputMode="numeric"
        required
        autoFocus={!hasUser}
      />
      <PhoneInput
        control={control}
        name="phone_b"
        label={t("smart.b")}
        help={t("smart.phoneHelp")}
        required
        autoFocus={hasUser}
      />
      <TextInput
        control={control}
        name="description"
        label={t("smart.column.description")}
        help={t("smart.descriptionHelp", { n: LIMITS.text.max })}
      />
    </FormPanel>
  );
}

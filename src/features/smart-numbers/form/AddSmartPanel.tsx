import { useNavigate, useSearchParams } from "react-router";
import { LIMITS } from "#api/fields.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { withAdded } from "#domain/smartNumbers/added.ts";
import { isUnknownUser } from "#domain/smartNumbers/errors.ts";
import { useAddSmartNumber } from "#domain/smartNumbers/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { parseId, paths } from "#paths";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { DRAFT, FIELDS, resolver } from "./schema.ts";

/** `/smart-numbers/new`: a number that the provider picks, forwarded to the one given here. */
export function AddSmartPanel() {
  const t = useText();
  const phone = usePhoneFormat();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const requestedUser = params.get("user") ?? "";
  const add = useAddSmartNumber();
  const { form, panel } = usePanelForm({
    resolver,
    defaultValues: { user_id: requestedUser, phone_b: "", description: "" },
    shape: DRAFT,
    of: null,
    params: ["user"],
    fields: () => FIELDS,
    fieldErrors: (error, { user_id: user }) =>
      isUnknownUser(error) ? { user_id: t("smart.unknownUser", { user: user.trim() }) } : undefined,
    close: useClosePanel({ pathname: paths.smartNumbers(), search: params.toString() }),
    save: async (body) => {
      const { found } = await add.mutateAsync({ body });
      const b = phone(body.phone_b);
      return {
        message:
          found === undefined
            ? t("smart.addedUnknown", { b })
            : t("smart.added", { x: phone(found.phoneX), b }),
        leave: () =>
          navigate(paths.smartNumbers(body.user_id), {
            replace: true,
            state: found === undefined ? null : withAdded(found.id),
          }),
      };
    },
  });
  const { control } = form;
  const hasUser = parseId(requestedUser) !== undefined;
  return (
    <FormPanel title={t("smart.addTitle")} submitLabel={t("smart.addButton")} {...panel}>
      <p>{t("smart.addLead")}</p>
      <TextInput
        control={control}
        name="user_id"
        label={t("smart.user")}
        help={`${t("smart.addUserHelp")}. ${t("smart.userWhere")}`}
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

import type { Control, FieldPath } from "react-hook-form";
import type { SipCallerId } from "#api/sip.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useText } from "#i18n/texts.ts";
import type { SettingsValues } from "./values.ts";
import type { Extensions } from "./useExtensions.ts";
import { ExtensionInput } from "./ExtensionInput.tsx";
import { CallerIdInput } from "./CallerIdInput.tsx";

interface Props<V extends SettingsValues, R> {
  control: Control<V, unknown, R>;
  extensions: Extensions;
  /** The account's own extension. */
  own?: number;
  callerId?: SipCallerId | null | undefined;
}

/** What every account has; shared by the forms that create and that edit. */
export function SettingsInputs<V extends SettingsValues, R>(props: Props<V, R>) {
  const { control, extensions, own, callerId } = props;
  const t = useText();
  // Every V has these fields; TypeScript does not see that of a generic path.
  const field = (name: keyof SettingsValues) => name as FieldPath<V>;
  return (
    <>
      <ExtensionInput control={control} name={field("number")} extensions={extensions} own={own} />
      <TextInput
        control={control}
        name={field("name")}
        label={t("account.name")}
        help={t("form.nameHelp")}
        required
        autoFocus
      />
      <TextInput
        control={control}
        name={field("role")}
        label={t("account.role")}
        help={t("form.roleHelp")}
      />
      <CallerIdInput control={control} name={field("aon")} current={callerId} />
    </>
  );
}

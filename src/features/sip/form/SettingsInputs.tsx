import Button from "@mui/material/Button";
import { type Control, type FieldPath, useController } from "react-hook-form";
import { Link } from "react-router";
import { LIMITS } from "#api/fields.ts";
import type { SipCallerId } from "#api/sip.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { TextInput } from "#ui/form/TextInput.tsx";
import { CallerIdInput } from "./CallerIdInput.tsx";
import type { SettingsValues } from "./schema.ts";
import type { Extensions, Holder } from "./useExtensions.ts";

interface Props<V extends SettingsValues, R> {
  control: Control<V, unknown, R>;
  extensions: Extensions;
  /** The account's own extension. */
  own?: number;
  callerId?: SipCallerId | null | undefined;
}

/** The fields that every account has; shared by the create and edit forms. */
export function SettingsInputs<V extends SettingsValues, R>(props: Props<V, R>) {
  const { control, extensions, own, callerId } = props;
  const t = useText();
  // Every V has these fields, but TypeScript can't infer that for a generic path.
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

interface ExtensionInputProps<V extends SettingsValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  extensions: Extensions;
  /** The account's own extension does not count as taken. */
  own?: number | undefined;
}

/** An extension, with its limits, the next free one, and the owner of the typed one. */
function ExtensionInput<V extends SettingsValues, R>(props: ExtensionInputProps<V, R>) {
  const { control, name, extensions, own } = props;
  const t = useText();
  const { field } = useController({ control, name });
  const typed = Number(field.value);
  const holder = typed === own ? undefined : extensions.holder(typed);
  const { free, isSure } = extensions;
  const { min, max } = LIMITS.extension;
  const limits =
    free === undefined
      ? t("form.extensionHelp", { min, max })
      : t("form.extensionFree", { min, max, free });
  return (
    <TextInput
      control={control}
      name={name}
      label={t("account.extension")}
      help={
        holder === undefined ? (
          limits
        ) : (
          <TakenExtension holder={holder} extension={typed} free={free} onTake={field.onChange} />
        )
      }
      {...(holder !== undefined && isSure && { reason: t("form.extensionTaken") })}
      inputMode="numeric"
      required
    />
  );
}

interface TakenProps {
  holder: Holder;
  extension: number;
  free: number | undefined;
  onTake: (extension: string) => void;
}

/** Names and links the owner of the extension, and offers the next free one. */
function TakenExtension({ holder: { id, name }, extension, free, onTake }: TakenProps) {
  const t = useText();
  return (
    <span className="row wrap gap-4-8">
      <strong>{t("form.extensionHolder", { name })}</strong>{" "}
      <Link to={paths.sipAccount(id)}>{t("form.extensionOpen", { extension, name })}</Link>
      {free !== undefined && (
        <Button
          size="small"
          variant="outlined"
          onClick={({ currentTarget }) => {
            // The button unmounts with its text, so the focus moves to the field it has changed.
            currentTarget
              .closest("form")
              ?.querySelector<HTMLInputElement>("[data-field=number]")
              ?.focus();
            onTake(String(free));
          }}
        >
          {t("form.extensionTake", { free })}
        </Button>
      )}
    </span>
  );
}

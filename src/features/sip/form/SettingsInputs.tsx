import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Link } from "react-router";
import { LIMITS } from "#api/fields.ts";
import type { SipCallerId } from "#api/sip.ts";
import { IdPicker } from "#common/IdPicker.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { isSamePhone, matchesDigits } from "#common/pickers/matchChoice.ts";
import { isPartial } from "#common/query.ts";
import { numbersQuery } from "#domain/numbers/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { TextInput } from "#ui/form/TextInput.tsx";
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

interface CallerIdInputProps<V extends FieldValues, R> {
  control: Control<V, unknown, R>;
  /** The field holds the id of a number as text; empty when none is chosen. */
  name: FieldPath<V>;
  /** The current caller ID: shown even where the list of numbers can't be read. */
  current?: SipCallerId | null | undefined;
}

/** Picks a caller ID by number; where the list of numbers can't be read, takes its id by hand. */
function CallerIdInput<V extends FieldValues, R>({
  control,
  name,
  current,
}: CallerIdInputProps<V, R>) {
  const t = useText();
  const phone = usePhoneFormat();
  const list = useQuery(numbersQuery());
  const numbers = list.data?.items ?? [];
  const listed = numbers.some((number) => number.id === current?.id);
  const offered: typeof numbers = current && !listed ? [current, ...numbers] : numbers;
  const choices = offered.map(({ id, number, phone_type: type }) => ({
    value: String(id),
    label: phone(number),
    phone: number.replaceAll(/\D/g, ""),
    note: type === "abc" || type === "def" || type === "800" ? t(`phoneType.${type}`) : type,
  }));
  return (
    <IdPicker
      control={control}
      name={name}
      list={list}
      choices={choices}
      partial={isPartial(list.data)}
      // The API can't clear a caller ID, so the form doesn't offer it.
      emptyValue={current ? String(current.id) : ""}
      matches={({ phone: digits }, typed) => typed.trim() === "" || matchesDigits(digits, typed)}
      isExact={({ phone: digits }, typed) => isSamePhone(digits, typed)}
      texts={{
        label: t("callerId.label"),
        help: current ? t("callerId.keep") : t("callerId.help"),
        placeholder: t("callerId.none"),
        loading: t("callerId.loading"),
        noMatch: t("callerId.noneFound"),
        manualLabel: t("callerId.byHand"),
        manualHelp: (reason = "") => t("callerId.byHandHelp", { reason }),
      }}
    />
  );
}

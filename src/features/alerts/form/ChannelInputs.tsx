import { useQuery } from "@tanstack/react-query";
import { type Control, useController, useWatch } from "react-hook-form";
import { ALERT_LANGUAGES, ALERT_LIMITS } from "#api/alerts.ts";
import { SecretInput } from "#common/secrets/SecretInput.tsx";
import { SecretStep } from "#common/secrets/SecretStep.tsx";
import { alertChannelsQuery } from "#domain/alerts/queries.ts";
import { useText } from "#i18n/texts.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { Switch } from "#ui/form/Switch.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { Notice } from "#ui/Notice.tsx";
import { type ChannelValues, makeSecret } from "./channelSchema.ts";

interface Props<R> {
  control: Control<ChannelValues, unknown, R>;
  /** Where it leads so far; undefined for a new channel. */
  opened: ChannelValues["target"] | undefined;
}

/** A channel's name, where it leads, and in which language it speaks. */
export function ChannelInputs<R>(props: Props<R>) {
  const { control, opened } = props;
  const t = useText();
  const { field } = useController({ control, name: "isOn" });
  return (
    <>
      <TextInput
        control={control}
        name="name"
        label={t("alerts.channel.name")}
        help={t("alerts.channel.nameHelp")}
        required
        autoFocus
      />
      <Place {...props} />
      <RadioInput
        control={control}
        name="language"
        label={t("alerts.channel.language")}
        options={ALERT_LANGUAGES.map((value) => ({
          value,
          label: t(`alerts.channel.language.${value}`),
          help: "",
        }))}
      />
      {opened !== undefined && (
        <Switch
          label={t("alerts.channel.isOn")}
          help={t("alerts.channel.isOnHelp")}
          checked={field.value}
          onChange={field.onChange}
        />
      )}
    </>
  );
}

function Place<R>(props: Props<R>) {
  const { control } = props;
  const t = useText();
  const type = useWatch({ control, name: "target.type" });
  const { data: known } = useQuery(alertChannelsQuery());
  if (type === "email") {
    return (
      <>
        {known?.canMail === false && <Notice tone="attention">{t("alerts.noMail")}</Notice>}
        <TextInput
          control={control}
          name="target.to"
          label={t("alerts.channel.to")}
          help={t("alerts.channel.toHelp", { max: ALERT_LIMITS.recipients })}
          reason={t("alerts.channel.toWrong")}
          required
        />
      </>
    );
  }
  if (type === "telegram") {
    return (
      <>
        <Secret
          {...props}
          label={t("alerts.channel.token")}
          help={t("alerts.channel.tokenHelp")}
          wrong={t("alerts.channel.tokenWrong")}
        />
        <TextInput
          control={control}
          name="target.chat"
          label={t("alerts.channel.chat")}
          help={t("alerts.channel.chatHelp")}
          reason={t("alerts.channel.chatWrong")}
          required
        />
      </>
    );
  }
  return (
    <>
      <TextInput
        control={control}
        name="target.url"
        label={t("alerts.channel.url")}
        help={t("alerts.channel.urlHelp")}
        reason={t("alerts.channel.urlWrong")}
        required
      />
      <Secret
        {...props}
        label={t("alerts.channel.secret")}
        help={t("alerts.channel.secretHelp", ALERT_LIMITS.secret)}
        wrong={t("alerts.channel.secretWrong", ALERT_LIMITS.secret)}
        generate={makeSecret}
      />
    </>
  );
}

interface SecretProps<R> extends Props<R> {
  label: string;
  help: string;
  /** What a secret that is not taken has to be like. */
  wrong: string;
  generate?: () => string;
}

/** A secret is written, and never shown again: of a channel that has one, a button opens its field. */
function Secret<R>({ control, opened, label, help, wrong, generate }: SecretProps<R>) {
  const t = useText();
  const url = useWatch({ control, name: "target.url" });
  const input = (
    <SecretInput
      control={control}
      name="secret"
      label={label}
      help={help}
      required
      reason={wrong}
      isRefused={() => false}
      autoFocus={opened !== undefined}
      {...(generate !== undefined && { generate })}
    />
  );
  if (opened === undefined) return input;
  const isSame = url.trim() === opened.url;
  return (
    <SecretStep
      control={control}
      name="secret"
      label={label}
      help={t(isSame ? "alerts.channel.isSet" : "alerts.channel.isSetUrl")}
      openLabel={t("alerts.channel.replace")}
      keepLabel={t("alerts.channel.keep")}
    >
      {input}
    </SecretStep>
  );
}

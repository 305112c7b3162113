import { type Control, useWatch } from "react-hook-form";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { LIMITS } from "#api/fields.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { isPasteError } from "#common/secrets/flaws.ts";
import { SecretInput } from "#common/secrets/SecretInput.tsx";
import { SecretStep } from "#common/secrets/SecretStep.tsx";
import { useText } from "#i18n/texts.ts";
import { isUnchanged } from "#lib/dialPlan.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { type ConnectionValues, type FieldName, hostProblem } from "./schema.ts";

interface Props<R> {
  control: Control<ConnectionValues, unknown, R>;
  kind: ConnectionType;
  /** The number as the provider returned it, in an edit form. */
  known?: string;
  /** What an edit form requires again; nothing in a new one. */
  reentryFields: readonly FieldName[];
  /** Gets the focus when the form opens. */
  focused?: FieldName | undefined;
}

/** Exactly the fields of a kind of connection. */
export function ConnectionInputs<R>({
  control,
  kind,
  known = "",
  reentryFields,
  focused,
}: Props<R>) {
  const t = useText();
  const number = useWatch({ control, name: "number" });
  const fieldLabel = (name: FieldName) => {
    const label = t(`externalForm.${name}`);
    return reentryFields.includes(name) ? t("externalForm.again", { label }) : label;
  };
  return (
    <>
      <PhoneInput
        control={control}
        name="number"
        unchanged={isUnchanged(number, known)}
        label={fieldLabel("number")}
        help={t("externalForm.numberHelp")}
        required
        autoFocus={focused === "number"}
      />
      <HostInput
        control={control}
        kind={kind}
        label={fieldLabel("host")}
        autoFocus={focused === "host"}
      />
      {kind === "ate" && (
        <>
          <TextInput
            control={control}
            name="port"
            label={fieldLabel("port")}
            help={t("externalForm.portHelp", LIMITS.port)}
            required
            inputMode="numeric"
            autoFocus={focused === "port"}
          />
          <TextInput
            control={control}
            name="login"
            label={fieldLabel("login")}
            help={t("externalForm.loginHelp")}
            required
          />
          <PasswordInput
            control={control}
            label={fieldLabel("secret")}
            isStep={reentryFields.includes("secret")}
          />
        </>
      )}
    </>
  );
}

interface HostProps<R> {
  control: Control<ConnectionValues, unknown, R>;
  kind: ConnectionType;
  label: string;
  autoFocus: boolean;
}

function HostInput<R>({ control, kind, label, autoFocus }: HostProps<R>) {
  const t = useText();
  const typed = useWatch({ control, name: "host" });
  const problem = hostProblem(typed);
  return (
    <TextInput
      control={control}
      name="host"
      label={label}
      help={t(`externalForm.hostHelp.${kind}`)}
      required
      autoFocus={autoFocus}
      reason={problem && t(`externalForm.host.${problem}`)}
    />
  );
}

interface PasswordInputProps<R> {
  control: Control<ConnectionValues, unknown, R>;
  label: string;
  /** Next to fields that are filled in already, this one opens on demand. */
  isStep: boolean;
}

/** The password for the other operator. */
function PasswordInput<R>({ control, label, isStep }: PasswordInputProps<R>) {
  const t = useText();
  const input = (
    <SecretInput
      control={control}
      name="secret"
      label={label}
      help={t("externalForm.secretHelp")}
      isRefused={isPasteError}
      autoFocus={isStep}
      required
    />
  );
  if (!isStep) return input;
  return (
    <SecretStep
      control={control}
      name="secret"
      label={label}
      help={t("externalForm.secretAsked")}
      openLabel={t("externalForm.secretEnter")}
    >
      {input}
    </SecretStep>
  );
}

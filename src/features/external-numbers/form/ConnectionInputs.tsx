import { type Control, useWatch } from "react-hook-form";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { LIMITS } from "#api/fields.ts";
import { usePhoneFormat, readPhone } from "#common/phone.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useUiText } from "#ui/messages.ts";
import { useExternalText } from "../messages.ts";
import { hostProblem } from "./host.ts";
import { SecretInput } from "./SecretInput.tsx";
import type { ConnectionValues, FieldName } from "./values.ts";

interface Props<R> {
  control: Control<ConnectionValues, unknown, R>;
  kind: ConnectionType;
  /** What an edit form must ask for again; nothing in a new one. */
  asked: readonly FieldName[];
  /** The servers that are set now, where there are several. */
  servers: readonly string[];
}

/** Exactly the fields of a kind of connection. */
export function ConnectionInputs<R>({ control, kind, asked, servers }: Props<R>) {
  const t = useExternalText();
  const ui = useUiText();
  const phone = usePhoneFormat();
  const labelOf = (name: FieldName) => {
    const label = t(`externalForm.${name}`);
    return asked.includes(name) ? t("externalForm.again", { label }) : label;
  };
  const tidyPhone = async (typed: string) => {
    const digits = await readPhone(typed);
    return digits === undefined ? typed : phone(digits);
  };
  return (
    <>
      <TextInput
        control={control}
        name="number"
        label={labelOf("number")}
        help={t("externalForm.numberHelp")}
        required
        inputMode="tel"
        tidy={tidyPhone}
        reason={ui("field.phone")}
      />
      <HostInput control={control} kind={kind} label={labelOf("host")} servers={servers} />
      {kind === "ate" && (
        <>
          <TextInput
            control={control}
            name="port"
            label={labelOf("port")}
            help={t("externalForm.portHelp", LIMITS.port)}
            required
            inputMode="numeric"
          />
          <TextInput
            control={control}
            name="login"
            label={labelOf("login")}
            help={t("externalForm.loginHelp")}
            required
          />
          <SecretInput control={control} label={labelOf("secret")} />
        </>
      )}
    </>
  );
}

interface HostProps<R> {
  control: Control<ConnectionValues, unknown, R>;
  kind: ConnectionType;
  label: string;
  servers: readonly string[];
}

function HostInput<R>({ control, kind, label, servers }: HostProps<R>) {
  const t = useExternalText();
  const typed = useWatch({ control, name: "host" });
  const problem = hostProblem(typed);
  const help = t(`externalForm.hostHelp.${kind}`);
  const several = t("externalForm.severalServers", {
    n: servers.length,
    servers: servers.join(", "),
  });
  return (
    <TextInput
      control={control}
      name="host"
      label={label}
      help={servers.length > 1 ? `${several} ${help}` : help}
      required
      reason={problem && t(`externalForm.host.${problem}`)}
    />
  );
}

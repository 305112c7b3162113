import { type Control, useWatch } from "react-hook-form";
import { type CrmType, isCrm, PLAIN_TYPES } from "#api/forwarding.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useText } from "#i18n/texts.ts";
import { DestinationInput } from "./DestinationInput.tsx";
import styles from "./Forwarding.module.css";
import { CallerNumberInput } from "./CallerNumberInput.tsx";
import { getDestination, type ForwardingValues, readHost } from "./values.ts";

interface Props<R> {
  control: Control<ForwardingValues, unknown, R>;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** The fields of the chosen type, and no others. */
export function TypeFields<R>(props: Props<R>) {
  const type = useWatch({ control: props.control, name: "type" });
  if (type === "" || type === "empty") return null;
  if (isCrm(type)) return <CrmFields {...props} crm={type} />;
  return (
    <>
      <DestinationInput {...props} type={type} />
      <CallerNumberInput {...props} name="cli_type" type={type} />
    </>
  );
}

/** A CRM, and what happens to a call that it gives no route for. */
function CrmFields<R>({ crm, ...props }: Props<R> & { crm: CrmType }) {
  const t = useText();
  const { control } = props;
  const fallback = useWatch({ control, name: "type_default" });
  const destination = getDestination({ type: crm, type_default: fallback });
  const name = t("forwarding.type", { type: crm });
  return (
    <>
      <TextInput
        // Another CRM is another field: its text comes from elsewhere.
        key={crm}
        control={control}
        name="host"
        label={t("forwarding.host", { crm: name })}
        help={t(`forwarding.hostHelp.${crm}`)}
        required
        formatOnBlur={readHost}
      />
      <CallerNumberInput {...props} name="cli_type" type={crm} />
      <div className={styles.fallback}>
        <RadioInput
          control={control}
          name="type_default"
          label={t("forwarding.fallback", { crm: name })}
          help={t("forwarding.fallbackHelp")}
          options={[...PLAIN_TYPES, "empty" as const].map((value) => ({
            value,
            label: t(`forwarding.fallback.${value}`),
            help: "",
          }))}
        />
        {destination !== undefined && (
          <>
            <DestinationInput key={destination} {...props} type={destination} />
            <CallerNumberInput {...props} name="cli_type_default" type={destination} />
          </>
        )}
      </div>
    </>
  );
}

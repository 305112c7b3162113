import { type Control, useWatch } from "react-hook-form";
import type { PlainType } from "#api/forwarding.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import {
  CallQueuePicker,
  CallScenarioPicker,
  GroupPicker,
  SipAccountPicker,
} from "#common/pickers/pickers.tsx";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Forwarding.module.css";
import { type ForwardingValues, readUri } from "./values.ts";

interface Props<R> {
  control: Control<ForwardingValues, unknown, R>;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** The one field that a type of destination has. */
export function DestinationInput<R>({ type, ...props }: Props<R> & { type: PlainType }) {
  const { control } = props;
  switch (type) {
    case "sip":
      return <SipAccountPicker control={control} name="sip_id" />;
    case "group":
      return <GroupPicker control={control} name="group_id" />;
    case "scenario":
      return <CallScenarioPicker control={control} name="scenario_id" />;
    case "call_queue":
      return <CallQueuePicker control={control} name="call_queue_id" />;
    case "number":
      return <NumberInput {...props} />;
    case "sip_uri":
      return <UriInput {...props} />;
  }
}

function NumberInput<R>({ control, number }: Props<R>) {
  const t = useText();
  const typed = useWatch({ control, name: "destination_number" });
  const [digits] = usePhoneDigits([typed]);
  return (
    <PhoneInput
      control={control}
      name="destination_number"
      label={t("forwarding.number")}
      help={digits === number.replaceAll(/\D/g, "") ? <LoopWarning /> : t("forwarding.numberHelp")}
      required
    />
  );
}

/** Not refused: only the provider knows what it does with it. */
function LoopWarning() {
  const t = useText();
  return (
    <span className={styles.hint}>
      <Icon name="warning" size={16} />
      <span>{t("forwarding.circle")}</span>
    </span>
  );
}

function UriInput<R>({ control }: Props<R>) {
  const t = useText();
  return (
    <TextInput
      control={control}
      name="destination_uri"
      label={t("forwarding.uri")}
      help={t("forwarding.uriHelp")}
      required
      formatOnBlur={readUri}
    />
  );
}

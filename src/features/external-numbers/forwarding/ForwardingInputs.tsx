import { type ReactNode, useId } from "react";
import { type Control, useController, useWatch } from "react-hook-form";
import {
  CRM_TYPES,
  type CrmType,
  type ForwardingType,
  isCrm,
  PLAIN_TYPES,
  type PlainType,
} from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import {
  CallQueuePicker,
  CallScenarioPicker,
  GroupPicker,
  SipAccountPicker,
} from "#common/pickers/pickers.tsx";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { useText } from "#i18n/texts.ts";
import { FieldError } from "#ui/form/Field.tsx";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { TextInput } from "#ui/form/TextInput.tsx";
import { Icon } from "#ui/icons.tsx";
import styles from "./Forwarding.module.css";
import { type ForwardingValues, getDestination, readHost, readUri } from "./schema.ts";

const GROUPS = [
  { group: "one", types: ["sip"] },
  { group: "many", types: ["group", "call_queue"] },
  { group: "outside", types: ["number", "sip_uri"] },
  { group: "rules", types: ["scenario"] },
  { group: "crm", types: CRM_TYPES },
] as const;
type Offered = (typeof GROUPS)[number]["types"][number];

interface Props<R> {
  control: Control<ForwardingValues, unknown, R>;
  onChoose: (type: ForwardingType) => void;
  /** The fields of the chosen type, shown below it. */
  children: ReactNode;
}

/** Where calls can go: nine types, all visible and explained; the tenth is a button of its own. */
export function TypesInput<R>({ control, onChoose, children }: Props<R>) {
  const t = useText();
  const id = useId();
  const { field, fieldState } = useController({ control, name: "type" });
  const error = fieldState.error?.message;
  const typeHelp = (type: Offered) =>
    isCrm(type)
      ? t("forwarding.typeHelp.crm", { crm: t("forwarding.type", { type }) })
      : t(`forwarding.typeHelp.${type}`);
  return (
    <fieldset
      className={`stack gap-16 ${styles.types}`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="heading strong">{t("forwarding.where")}</legend>
      <FieldError id={id} error={error} />
      {GROUPS.map(({ group, types }, place) => (
        <div key={group} className="stack gap-4" role="group" aria-labelledby={`${id}-${group}`}>
          <h3 id={`${id}-${group}`} className="muted caption strong">
            {t(`forwarding.group.${group}`)}
          </h3>
          <div className="card">
            {types.map((type, index) => (
              <div key={type} className={styles.card} data-chosen={field.value === type}>
                <label className={`beside gap-8 ${styles.choice}`}>
                  <input
                    type="radio"
                    name={id}
                    value={type}
                    checked={field.value === type}
                    onChange={() => onChoose(type)}
                    onBlur={field.onBlur}
                    ref={place === 0 && index === 0 ? field.ref : undefined}
                  />
                  <span>
                    {t("forwarding.type", { type })}{" "}
                    <span className="muted regular">{typeHelp(type)}</span>
                  </span>
                </label>
                {field.value === type && (
                  <div className={`stack gap-16 ${styles.fields}`}>{children}</div>
                )}
              </div>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

interface TypeFieldsProps<R> {
  control: Control<ForwardingValues, unknown, R>;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** The fields of the chosen type only. */
export function TypeFields<R>(props: TypeFieldsProps<R>) {
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

/** A CRM, and the fallback for calls that it does not route. */
function CrmFields<R>({ crm, ...props }: TypeFieldsProps<R> & { crm: CrmType }) {
  const t = useText();
  const { control } = props;
  const fallback = useWatch({ control, name: "type_default" });
  const destination = getDestination({ type: crm, type_default: fallback });
  const name = t("forwarding.type", { type: crm });
  return (
    <>
      <TextInput
        // Another CRM gets another field, whose value is kept separately.
        key={crm}
        control={control}
        name="host"
        label={t("forwarding.host", { crm: name })}
        help={t(`forwarding.hostHelp.${crm}`)}
        required
        formatOnBlur={readHost}
      />
      <CallerNumberInput {...props} name="cli_type" type={crm} />
      <div className={`stack gap-16 divided ${styles.fallback}`}>
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

interface DestinationInputProps<R> {
  control: Control<ForwardingValues, unknown, R>;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** The one field of a destination type. */
function DestinationInput<R>({ type, ...props }: DestinationInputProps<R> & { type: PlainType }) {
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

function NumberInput<R>({ control, number }: DestinationInputProps<R>) {
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

/** A warning, not an error: only the provider knows how it handles this. */
function LoopWarning() {
  const t = useText();
  return (
    <span className="beside gap-6 attention">
      <Icon name="warning" size={16} />
      <span>{t("forwarding.circle")}</span>
    </span>
  );
}

function UriInput<R>({ control }: DestinationInputProps<R>) {
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

/** A made-up caller. */
export const EXAMPLE = "79000000000";

interface CallerNumberInputProps<R> {
  control: Control<ForwardingValues, unknown, R>;
  name: "cli_type" | "cli_type_default";
  /** Where the call goes: who sees the number. */
  type: PlainType | CrmType;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** Which number the called person sees, as two examples. */
function CallerNumberInput<R>({ control, name, type, number }: CallerNumberInputProps<R>) {
  const t = useText();
  const phone = usePhoneFormat();
  const sees = t("forwarding.sees", { type });
  return (
    <RadioInput
      control={control}
      name={name}
      label={name === "cli_type" ? t("forwarding.shown") : t("forwarding.shownThen")}
      options={[
        {
          value: "Y",
          label: t("forwarding.shown.Y", { sees }),
          help: t("forwarding.shown.YHelp", { example: phone(EXAMPLE) }),
        },
        {
          value: "N",
          label: t("forwarding.shown.N", { sees, number: phone(number) }),
          help: t("forwarding.shown.NHelp"),
        },
      ]}
    />
  );
}

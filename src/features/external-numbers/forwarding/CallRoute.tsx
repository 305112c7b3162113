import { isCrm, type PlainType } from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { Icon, type IconName } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./CallWay.module.css";
import { EXAMPLE } from "./CallerNumberInput.tsx";
import type { Destination } from "./useDestination.ts";
import { getDestination, type ForwardingValues, readHost, type ShownNumber } from "./values.ts";
import { unbroken } from "#ui/unbroken.tsx";

interface Props {
  /** Digits of the number that is forwarded. */
  number: string;
  values: ForwardingValues;
  destination: Destination;
}

const ICONS: Record<PlainType, IconName> = {
  sip: "phone",
  number: "phone",
  group: "rows",
  call_queue: "rows",
  sip_uri: "globe",
  scenario: "spark",
};

/** The way of a call as far as it is chosen. For the eye alone: the sentences say the same. */
export function CallRoute({ number, values, destination }: Props) {
  const t = useText();
  const phone = usePhoneFormat();
  const { type, cli_type, cli_type_default } = values;
  const plain = getDestination(values);
  const end = plain !== undefined && (
    <Step
      icon={ICONS[plain]}
      title={t("forwarding.type", { type: plain })}
      note={destination.name}
      shown={isCrm(type) ? cli_type_default : cli_type}
      number={number}
      {...(isCrm(type) && { when: t("forwarding.way.otherwise") })}
    />
  );
  return (
    <ol className={styles.way} aria-hidden="true">
      <Step icon="phone" title={t("forwarding.way.caller")} note={phone(EXAMPLE)} />
      <Step icon="trunk" title={t("forwarding.way.number")} note={phone(number)} />
      {isCrm(type) && (
        <Step
          icon="spark"
          title={t("forwarding.type", { type })}
          note={readHost(values.host)}
          shown={cli_type}
          number={number}
        />
      )}
      {end}
      {plain === undefined && !isCrm(type) && <Step title="" note="" />}
    </ol>
  );
}

interface StepProps {
  /** None where nothing is chosen yet. */
  icon?: IconName;
  title: string;
  note: string;
  /** Which number the called one sees. */
  shown?: ShownNumber;
  number?: string;
  /** On what condition a call comes here. */
  when?: string;
}

function Step({ icon, title, note, shown = "", number = "", when }: StepProps) {
  const t = useText();
  const phone = usePhoneFormat();
  return (
    <li className={styles.step} data-otherwise={when !== undefined}>
      <span className={styles.mark} data-open={icon === undefined || note === ""}>
        {icon !== undefined && <Icon name={icon} size={16} />}
      </span>
      <div className={styles.words}>
        {when !== undefined && <p className={styles.soft}>{when}</p>}
        <p>
          {title} <strong>{unbroken(note)}</strong>
        </p>
        {shown !== "" && (
          <p className={styles.soft}>
            {unbroken(
              t("forwarding.way.screen", { number: phone(shown === "Y" ? EXAMPLE : number) }),
            )}
          </p>
        )}
      </div>
    </li>
  );
}

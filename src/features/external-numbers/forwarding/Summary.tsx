import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { type CrmType, type Forwarding, isCrm, type PlainType } from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { isSame } from "#lib/isSame.ts";
import { DebouncedLiveText } from "#ui/DebouncedLiveText.tsx";
import { Icon, type IconName } from "#ui/icons.tsx";
import { unbroken } from "#ui/unbroken.tsx";
import styles from "./Forwarding.module.css";
import { EXAMPLE } from "./ForwardingInputs.tsx";
import {
  buildRequest,
  findMissing,
  type ForwardingForm,
  type ForwardingValues,
  getDestination,
  readHost,
  type ShownNumber,
} from "./schema.ts";
import { type Destination, useDestination } from "./useDestination.ts";

interface Props {
  form: ForwardingForm;
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  /** What is set now; undefined where that is unknown. */
  now: Forwarding | undefined;
  /** Called with the destination, as the end of a sentence. */
  onRouteText: (to: string) => void;
}

/** What saving will do. */
export function Summary({ form, target, number, now, onRouteText }: Props) {
  const t = useText();
  // Renders on every change of any field.
  useWatch({ control: form.control });
  const values = form.getValues();
  const destination = useDestination(values);
  const sentence = useSummary(target, number, values, destination);
  const isSet = now !== undefined && isSame(buildRequest(target, values, destination.digits), now);
  useEffect(() => onRouteText(destination.to), [onRouteText, destination.to]);
  return (
    <section
      className={`card padded stack gap-8 ${styles.summary}`}
      aria-label={t("forwarding.sum.title")}
    >
      <h3 className="subheading strong">{t("forwarding.sum.title")}</h3>
      <DebouncedLiveText text={sentence} />
      <CallRoute number={number} values={values} destination={destination} />
      {isSet && <p className="muted small">{t("forwarding.sum.same")}</p>}
    </section>
  );
}

/**
 * What will happen to calls to a number (its digits) with these values, in a few sentences, or what
 * is still missing for that.
 */
export function useSummary(
  target: Target,
  number: string,
  values: ForwardingValues,
  { to, digits }: Destination,
  when: "now" | "then" = "then",
): string {
  const t = useText();
  const phone = usePhoneFormat();
  const locale = useLocale();
  const { type } = values;
  if (type === "" || type === "empty") return t("forwarding.sum.none");
  const missing = findMissing(buildRequest(target, values, digits), values);
  if (missing.length > 0) {
    const parts = missing.map((field) => t(`forwarding.missing.${field}`));
    return t("forwarding.sum.missing", { parts: new Intl.ListFormat(locale).format(parts) });
  }
  const formatted = phone(number);
  const seen = (who: PlainType | CrmType, shown: ShownNumber) =>
    t("forwarding.sum.seen", {
      sees: t("forwarding.sees", { type: who }),
      shown,
      number: formatted,
    });
  if (!isCrm(type)) {
    const goes = when === "now" ? "forwarding.goesNow" : "forwarding.sum.goes";
    return `${t(goes, { number: formatted, to })} ${seen(type, values.cli_type)}`;
  }
  const crm = t("forwarding.type", { type });
  const host = readHost(values.host);
  const fallback = getDestination(values);
  return [
    t("forwarding.sum.crm", { number: formatted, crm, host }),
    seen(type, values.cli_type),
    ...(fallback === undefined
      ? [t("forwarding.sum.noFallback", { crm })]
      : [t("forwarding.sum.fallback", { crm, to }), seen(fallback, values.cli_type_default)]),
  ].join(" ");
}

interface CallRouteProps {
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

/**
 * The route of a call as far as it is chosen. Hidden from screen readers: the sentences say the
 * same.
 */
function CallRoute({ number, values, destination }: CallRouteProps) {
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
    <ol className={`stack ${styles.way}`} aria-hidden="true">
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
  /** Undefined where nothing is chosen yet. */
  icon?: IconName;
  title: string;
  note: string;
  /** Which number the called person sees. */
  shown?: ShownNumber;
  number?: string;
  /** On which condition a call is routed here. */
  when?: string;
}

function Step({ icon, title, note, shown = "", number = "", when }: StepProps) {
  const t = useText();
  const phone = usePhoneFormat();
  return (
    <li className={`beside gap-12 ${styles.step}`} data-otherwise={when !== undefined}>
      <span className={`center ${styles.mark}`} data-open={icon === undefined || note === ""}>
        {icon !== undefined && <Icon name={icon} size={16} />}
      </span>
      <div className={`tabular ${styles.words}`}>
        {when !== undefined && <p className="muted">{when}</p>}
        <p>
          {title} <strong>{unbroken(note)}</strong>
        </p>
        {shown !== "" && (
          <p className="muted">
            {unbroken(
              t("forwarding.way.screen", { number: phone(shown === "Y" ? EXAMPLE : number) }),
            )}
          </p>
        )}
      </div>
    </li>
  );
}

import { listNames, localizeNames } from "#domain/directions/model.ts";
import { RiskMark } from "#common/risk/RiskMark.tsx";
import { RiskReason } from "#common/risk/RiskReason.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import type { DialledNumber } from "#lib/dialPlan.ts";
import { usePhoneCountry } from "#common/usePhoneCountry.ts";
import { useLocale } from "#i18n/messages.ts";
import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import { useText } from "#i18n/texts.ts";
import { type CallState, toCallState } from "./summary.ts";
import styles from "./TestNumber.module.css";
import type { DirectionMatch } from "./matchDirection.ts";
import { DirectionActions } from "./DirectionActions.tsx";

const SHAPES: Record<CallState, StateShape> = { open: "filled", closed: "ring", unknown: "dashed" };

interface Props {
  dialled: DialledNumber;
  found: Extract<DirectionMatch, { kind: "found" }>;
}

/** The direction of a number: its country, whether it may be called, at what risk. */
export function FoundDirection({ dialled: { digits, notation }, found }: Props) {
  const t = useText();
  const locale = useLocale();
  const format = usePhoneFormat();
  const { code, sharing, open, risk } = found;
  const [first] = sharing;
  const shared = sharing.length > 1;
  const formatted = format(digits);
  const number = formatted.startsWith("+") ? formatted : `+${formatted}`;
  const state = toCallState(open);
  if (first === undefined) return null;
  return (
    <section className="stack gap-12" aria-label={t("numberTest.result")}>
      <p className="muted small">
        {t(`numberTest.read.${notation}`, { number: number.replaceAll(" ", "\u00a0") })}
      </p>
      <h3 className={`strong ${styles.names}`}>
        {shared ? t("numberTest.code", { code }) : localizeNames(first, locale).own}{" "}
        {!shared && <span className="muted regular unbroken">+{code}</span>}
      </h3>
      <p className="row gap-8 strong">
        <StateMark shape={SHAPES[state]} quiet={state === "closed"} />
        {t(`numberTest.state.${state}`)}
      </p>
      {shared && (
        <>
          <p>{t("numberTest.shared", { names: listNames(sharing, locale) })}</p>
          <Likely digits={digits} />
        </>
      )}
      {risk !== undefined && (
        <div className={`card stack gap-4 ${styles.risk}`}>
          <RiskMark risk={risk} />
          <RiskReason risk={risk} />
        </div>
      )}
      <DirectionActions code={code} sharing={sharing} open={open} risky={risk !== undefined} />
    </section>
  );
}

function Likely({ digits }: { digits: string }) {
  const t = useText();
  const region = usePhoneCountry(digits)?.name;
  if (region === undefined) return null;
  return <p className="muted small">{t("numberTest.likely", { region })}</p>;
}

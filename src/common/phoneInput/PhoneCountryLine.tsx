import { findRisk } from "#domain/directions/risk.ts";
import { useText } from "#i18n/texts.ts";
import { RiskMark } from "../risk/RiskMark.tsx";
import { parseDialled } from "#lib/dialPlan.ts";
import { usePhoneCountry } from "../usePhoneCountry.ts";
import styles from "#ui/form/Form.module.css";

/** Codes that the ITU assigns to services: satellite, free and premium numbers, networks. */
const SERVICE = /^8[078]|^979/;

/** Numbers of Abkhazia, which the country list lacks: calls there are not calls within Russia. */
const ABKHAZIA = /^7[89]40/;

/** The country of a number as it is typed, with a risk mark; nothing for Russia. */
export function PhoneCountryLine({ typed }: { typed: string }) {
  const t = useText();
  const dialled = parseDialled(typed);
  const digits = dialled.ok ? dialled.digits : undefined;
  const country = usePhoneCountry(digits);
  // A live region must exist before its text.
  return <div role="status">{digits !== undefined && country !== undefined && line()}</div>;

  function line() {
    if (digits === undefined || country === undefined) return null;
    const { code, region, name } = country;
    if (ABKHAZIA.test(digits)) return <div>{t("phoneInput.abkhazia")}</div>;
    if (region === "RU" || (code === "7" && region === undefined)) return null;
    const risk = findRisk({ code: digits });
    const unnamed = SERVICE.test(code) ? t("phoneInput.service", { code }) : undefined;
    return (
      <div className={`row wrap small ${styles.country}`}>
        <span>
          {name === undefined
            ? (unnamed ?? t("phoneInput.code", { code }))
            : t("phoneInput.country", { name, code })}
        </span>
        {risk !== undefined && <RiskMark risk={risk} />}
      </div>
    );
  }
}

import { UnreadNotice } from "../UnreadNotice.tsx";
import { useCountries } from "#common/directions/useCountries.ts";
import { useLocale } from "#i18n/messages.ts";
import { readDialled } from "./dialled.ts";
import { FoundDirection } from "./FoundDirection.tsx";
import { useTestText } from "./messages.ts";
import { summaryOf } from "./summary.ts";
import styles from "./TestNumber.module.css";
import { verdictOf } from "./verdict.ts";

/** What the directions say about what is typed, as far as they could be read. */
export function TestResult({ typed }: { typed: string }) {
  const t = useTestText();
  const locale = useLocale();
  const { countries, all, allowed } = useCountries();
  const dialled = readDialled(typed);
  // Emergency and other short numbers have no country code: no direction is theirs.
  const whole = dialled !== undefined && dialled.reading !== "short";
  const known = whole && all.data !== undefined;
  const verdict = known ? verdictOf(dialled.digits, countries) : undefined;
  const told = all.isError && all.data === undefined;
  const summary = told ? "" : summaryOf(typed, dialled, verdict, { t, locale });
  const found = verdict?.kind === "found" ? verdict : undefined;
  return (
    <>
      <UnreadNotice all={all} allowed={allowed} />
      <p className={found === undefined ? styles.soft : "visually-hidden"} role="status">
        {summary}
      </p>
      {found !== undefined && dialled !== undefined && (
        <FoundDirection dialled={dialled} found={found} />
      )}
    </>
  );
}

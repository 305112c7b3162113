import { useText } from "#i18n/texts.ts";
import { UnreadNotice } from "../UnreadNotice.tsx";
import {
  type DialledNumber,
  type PhoneProblem,
  type PhoneReading,
  parseDialled,
} from "#lib/dialPlan.ts";
import { usePhoneProblemText } from "#common/phoneInput/usePhoneProblemText.ts";
import { usePhoneReadings } from "#common/usePhoneReadings.ts";
import { useCountries } from "#domain/directions/useCountries.ts";
import { useLocale } from "#i18n/messages.ts";
import { FoundDirection } from "./FoundDirection.tsx";
import { summarize } from "./summary.ts";
import styles from "./TestNumber.module.css";
import { matchDirection } from "./matchDirection.ts";

type Refused = Extract<PhoneReading, { ok: false }>;

/** The direction of the typed number, as far as the directions could be read. */
export function TestResult({ typed }: { typed: string }) {
  const t = useText();
  const locale = useLocale();
  const { countries, all, allowed } = useCountries();
  const problemText = usePhoneProblemText();
  const [[reading]] = usePhoneReadings([typed]);
  // A problem that more digits would not fix is shown as the forms do.
  const refused = reading?.ok === false ? reading.problem : undefined;
  const unfixable = refused !== undefined && isUnfixable(refused) ? refused : undefined;
  const { dialled, problem } =
    unfixable === undefined ? dialledPart(typed) : { dialled: undefined, problem: unfixable };
  const known = dialled !== undefined && all.data !== undefined;
  const match = known ? matchDirection(dialled.digits, countries) : undefined;
  const failedToLoad = all.isError && all.data === undefined;
  const summary = failedToLoad
    ? ""
    : summarize({ dialled, problem, match }, { t, locale, problemText });
  const found = match?.kind === "found" ? match : undefined;
  return (
    <>
      <UnreadNotice all={all} allowed={allowed} />
      <p
        className={found === undefined ? `muted small ${styles.summary}` : "visually-hidden"}
        role="status"
      >
        {summary}
      </p>
      {problem !== undefined && found !== undefined && <p>{problemText(problem)}</p>}
      {found !== undefined && dialled !== undefined && (
        <FoundDirection dialled={dialled} found={found} />
      )}
    </>
  );
}

function isUnfixable(problem: Refused["problem"]): problem is PhoneProblem {
  return ["plusRussian", "noCountry", "trunkZero"].includes(problem.kind);
}

/** The number, which part of the text does not belong to it, and what is wrong. */
function dialledPart(typed: string): { dialled?: DialledNumber; problem?: PhoneProblem } {
  const dialling = parseDialled(typed);
  if (dialling.ok) return { dialled: dialling };
  const { problem, number } = dialling;
  const part = number === undefined ? undefined : parseDialled(number);
  return part?.ok ? { dialled: part, problem } : { problem };
}

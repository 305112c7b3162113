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

/** What the directions say about what is typed, as far as they could be read. */
export function TestResult({ typed }: { typed: string }) {
  const t = useText();
  const locale = useLocale();
  const { countries, all, allowed } = useCountries();
  const problemText = usePhoneProblemText();
  const [[reading]] = usePhoneReadings([typed]);
  // What more digits would not mend is told as the forms do.
  const refused = reading?.ok === false ? reading.problem : undefined;
  const hopeless = refused !== undefined && isHopeless(refused) ? refused : undefined;
  const { dialled, problem } =
    hopeless === undefined ? dialledPart(typed) : { dialled: undefined, problem: hopeless };
  const known = dialled !== undefined && all.data !== undefined;
  const verdict = known ? matchDirection(dialled.digits, countries) : undefined;
  const told = all.isError && all.data === undefined;
  const summary = told ? "" : summarize({ dialled, problem, verdict }, { t, locale, problemText });
  const found = verdict?.kind === "found" ? verdict : undefined;
  return (
    <>
      <UnreadNotice all={all} allowed={allowed} />
      <p className={found === undefined ? styles.soft : "visually-hidden"} role="status">
        {summary}
      </p>
      {problem !== undefined && found !== undefined && <p>{problemText(problem)}</p>}
      {found !== undefined && dialled !== undefined && (
        <FoundDirection dialled={dialled} found={found} />
      )}
    </>
  );
}

function isHopeless(problem: Refused["problem"]): problem is PhoneProblem {
  return ["plusRussian", "noCountry", "trunkZero"].includes(problem.kind);
}

/** The number, also where an extension or a remark behind it is no part of it, and what is wrong. */
function dialledPart(typed: string): { dialled?: DialledNumber; problem?: PhoneProblem } {
  const dialling = parseDialled(typed);
  if (dialling.ok) return { dialled: dialling };
  const { problem, number } = dialling;
  const part = number === undefined ? undefined : parseDialled(number);
  return part?.ok ? { dialled: part, problem } : { problem };
}

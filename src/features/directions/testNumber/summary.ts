import { listNames } from "#domain/directions/model.ts";
import type { DialledNumber, PhoneProblem } from "#lib/dialPlan.ts";
import type { Text } from "#i18n/texts.ts";
import type { DirectionMatch } from "./matchDirection.ts";

/** Up to this many are named; nobody would listen to more. */
const NAMED = 3;

interface Tested {
  dialled?: DialledNumber | undefined;
  problem?: PhoneProblem | undefined;
  match: DirectionMatch | undefined;
}

interface SummaryTexts {
  t: Text;
  locale: string;
  problemText: (problem: PhoneProblem) => string;
}

/**
 * The result in one sentence. It does not change while further digits change nothing, so that a
 * screen reader announces it once.
 */
export function summarize(
  { dialled, problem, match }: Tested,
  { t, locale, problemText }: SummaryTexts,
): string {
  if (dialled === undefined) {
    if (problem === undefined || problem.kind === "empty") return "";
    // A prefix alone, or digits that begin several codes: wait for more.
    if (problem.kind === "incomplete") return t("numberTest.more");
    // Emergency and other short numbers have no country code, so they belong to no direction.
    return problem.kind === "short" ? t("numberTest.short") : problemText(problem);
  }
  if (match === undefined) return t("numberTest.loading");
  if (match.kind === "none") return t(match.more ? "numberTest.more" : "numberTest.none");
  const { sharing, code, open } = match;
  const names =
    sharing.length > NAMED
      ? t("numberTest.countries", { n: sharing.length })
      : listNames(sharing, locale);
  const state = toCallState(open);
  return t(`numberTest.sum.${state}`, { names, code });
}

export type CallState = "open" | "closed" | "unknown";

export function toCallState(open: boolean | undefined): CallState {
  if (open === undefined) return "unknown";
  return open ? "open" : "closed";
}

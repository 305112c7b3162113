import { listNames } from "#common/directions/model.ts";
import type { Dialled } from "./dialled.ts";
import type { TestText } from "./messages.ts";
import type { Verdict } from "./verdict.ts";

/** The names are given while there are so many; more would not be listened to. */
const NAMED = 3;

/**
 * The result in one sentence. It does not change while further digits change nothing, so that a
 * screen reader says it once.
 */
export function summaryOf(
  typed: string,
  dialled: Dialled | undefined,
  verdict: Verdict | undefined,
  { t, locale }: { t: TestText; locale: string },
): string {
  if (typed.trim() === "") return "";
  // A prefix alone, or digits that begin several codes: more is coming.
  if (dialled === undefined)
    return t(/\p{L}/u.test(typed) ? "numberTest.notNumber" : "numberTest.more");
  if (dialled.reading === "short") return t("numberTest.short");
  if (verdict === undefined) return t("numberTest.loading");
  if (verdict.kind === "none") return t(verdict.more ? "numberTest.more" : "numberTest.none");
  const { sharing, code, open } = verdict;
  const names =
    sharing.length > NAMED
      ? t("numberTest.countries", { n: sharing.length })
      : listNames(sharing, locale);
  const state = stateOf(open);
  return t(`numberTest.sum.${state}`, { names, code });
}

export type CallState = "open" | "closed" | "unknown";

export function stateOf(open: boolean | undefined): CallState {
  if (open === undefined) return "unknown";
  return open ? "open" : "closed";
}

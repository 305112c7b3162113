import type { CallPlan } from "#domain/sip/timeline.ts";
import { typedNumber } from "#ui/form/resolver.ts";
import type { ScenarioValues } from "./schema.ts";

/** The call as the form describes it so far; an unreadable timeout counts as 0. */
export function valuesToPlan(
  values: Pick<ScenarioValues, "sequence_rule" | "sip_timeout" | "phones" | "voicemail">,
  digits: readonly (string | undefined)[],
): CallPlan {
  const { sequence_rule: rule, sip_timeout: sip, phones, voicemail } = values;
  return {
    rule: rule === "" ? undefined : rule,
    legs: [
      { kind: "sip", timeout: seconds(sip) },
      ...phones.map(({ foreign, number, timeout }, index) => ({
        kind: foreign === "" ? ("phone" as const) : ("other" as const),
        type: foreign === "" ? undefined : foreign,
        number: digits[index] ?? (number.trim() || undefined),
        timeout: seconds(timeout),
      })),
    ],
    voicemail: voicemail === "" ? undefined : voicemail === "on",
  };
}

function seconds(typed: string): number {
  const value = typedNumber(typed);
  return typeof value === "number" && value > 0 && value < 1000 ? value : 0;
}

/** For each number the index of an earlier duplicate; undefined for the first. */
export function findDuplicates(digits: readonly (string | undefined)[]): (number | undefined)[] {
  return digits.map((number, index) => {
    const first = digits.indexOf(number);
    return number !== undefined && first < index ? first : undefined;
  });
}

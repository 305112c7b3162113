import { useEffect, useState } from "react";
import { readPhone } from "#common/phone.ts";
import type { CallPlan } from "#common/sip/timeline.ts";
import { typedNumber } from "#ui/form/resolver.ts";
import type { ScenarioValues } from "./values.ts";

/** The call as the form describes it so far; a timeout that can't be read counts as 0. */
export function planOfValues(
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

/** For each number the place of an earlier one that is the same; undefined for the first. */
export function repeats(digits: readonly (string | undefined)[]): (number | undefined)[] {
  return digits.map((number, index) => {
    const first = digits.indexOf(number);
    return number !== undefined && first < index ? first : undefined;
  });
}

/** The digits of typed numbers; undefined where no number can be read, or not yet. */
export function usePhoneDigits(typed: readonly string[]): (string | undefined)[] {
  const [read, setRead] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  // A line of text holds no line break.
  const lines = typed.join("\n");
  useEffect(() => {
    let gone = false;
    const all = lines.split("\n").map(async (text) => [text, await readPhone(text)] as const);
    void Promise.all(all).then((pairs) => {
      if (!gone) setRead(new Map(pairs));
    });
    return () => {
      gone = true;
    };
  }, [lines]);
  return typed.map((text) => read.get(text));
}

import type * as z from "zod/mini";
import type { Text } from "#i18n/messages.ts";
import type en from "../locales/en.json";

export type Key = Extract<keyof typeof en, `field.${string}`>;

/** Why a field is wrong: a message of ours, or a sentence that is already in words. */
export type Reason = { key: Key; values?: Record<string, number> } | { text: string };

/**
 * A form library keeps one string a field. The reason is kept in it as data, not as a sentence,
 * so that a change of language changes it too.
 */
export function packReason(reason: Reason): string {
  return JSON.stringify(reason);
}

export function reasonText(packed: string, t: Text<keyof typeof en>): string {
  const reason = JSON.parse(packed) as Reason;
  return "text" in reason ? reason.text : t(reason.key, reason.values);
}

/** What fields say in words of their own, by the last name of their path. */
export interface FieldWords {
  /** Where nothing was given. */
  missing?: Partial<Record<string, Key>>;
  /** Where it is not of the special format it should be. */
  formats?: Partial<Record<string, Key>>;
}

/** Says in our words why a value breaks a schema's limit; the limit comes from the schema. */
export function reasonOf(
  issue: z.core.$ZodRawIssue,
  { missing = {}, formats = {} }: FieldWords = {},
): Reason {
  const { input } = issue;
  const field = String(issue.path?.at(-1));
  if (input === undefined || input === null || input === "")
    return { key: missing[field] ?? "field.required" };
  switch (issue.code) {
    case "invalid_type":
      return { key: typeof input === "number" ? "field.whole" : "field.number" };
    case "too_small":
      if (issue.origin === "string") return { key: "field.required" };
      return {
        key: "field.tooSmall",
        // "More than 0" of whole numbers is "at least 1".
        values: { limit: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0) },
      };
    case "too_big":
      return {
        key: issue.origin === "string" ? "field.tooLong" : "field.tooBig",
        values: { limit: Number(issue.maximum) },
      };
    case "not_multiple_of":
      return { key: "field.step", values: neighbours(Number(input), issue.divisor) };
    default:
      return { key: formats[field] ?? "field.format" };
  }
}

/** The two values on the grid around one that is off it. */
function neighbours(value: number, step: number) {
  const below = Math.floor(value / step) * step;
  return { step, below, above: below + step };
}

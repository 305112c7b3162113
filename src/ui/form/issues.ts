import type * as z from "zod/mini";
import type { Text } from "#i18n/texts.ts";
import type en from "../locales/en.json";

export type Key = Extract<keyof typeof en, `field.${string}`>;

/** Why a field is invalid: one of our messages, or a finished sentence. */
export type Reason = { key: Key; values?: Record<string, number> } | { text: string };

/**
 * react-hook-form keeps one string per field. It holds the reason as data rather than as a sentence,
 * so that it follows a change of language.
 */
export function packReason(reason: Reason): string {
  return JSON.stringify(reason);
}

export function reasonText(packed: string, t: Text): string {
  const reason = JSON.parse(packed) as Reason;
  return "text" in reason ? reason.text : t(reason.key, reason.values);
}

/** Special messages of fields, by the last name of their path. */
export interface FieldMessages {
  /** For a missing value. */
  missing?: Partial<Record<string, Key>>;
  /** For a value of the wrong format. */
  formats?: Partial<Record<string, Key>>;
}

/** Turns a zod issue into our message; limits come from the schema. */
export function toReason(
  issue: z.core.$ZodRawIssue,
  { missing = {}, formats = {} }: FieldMessages = {},
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

/** The nearest allowed steps below and above. */
function neighbours(value: number, step: number) {
  const below = Math.floor(value / step) * step;
  return { step, below, above: below + step };
}

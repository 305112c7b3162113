import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { type FieldWords, packReason, reasonOf } from "./issues.ts";

/**
 * Validates a form with an operation's own request schema. `toRequest` turns what was typed
 * into what would be sent; the form's submit handler gets the checked request. `words` are
 * those that some fields have of their own.
 */
export function requestResolver<Values extends FieldValues, Schema extends z.core.$ZodType>(
  schema: Schema,
  toRequest: (values: Values) => unknown,
  words: FieldWords = {},
): Resolver<Values, unknown, z.output<Schema>> {
  const whole = z.pipe(z.pipe(z.custom<Values>(), z.transform(toRequest)), schema);
  return zodResolver<Values, unknown, z.output<Schema>>(
    whole as unknown as z.ZodMiniType<z.output<Schema>, Values>,
    { error: (issue) => packReason(reasonOf(issue, words)) },
  );
}

/** Text typed into a number field: nothing is undefined, what is no number stays a text. */
export function typedNumber(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (!/^-?\d+([.,]\d+)?$/.test(trimmed)) return trimmed;
  // Beyond what a number can hold, a limit of ours says it better than zod's own.
  const number = Number(trimmed.replace(",", "."));
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number));
}

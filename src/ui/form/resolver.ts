import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { type FieldMessages, packReason, toReason } from "./issues.ts";

/**
 * Validates a form with an operation's own request schema. `toRequest` turns the typed values into
 * the request; the form's submit handler gets the validated request. `fieldMessages` replace the
 * general messages of some fields.
 */
export function requestResolver<Values extends FieldValues, Schema extends z.core.$ZodType>(
  schema: Schema,
  toRequest: (values: Values) => unknown,
  fieldMessages: FieldMessages = {},
): Resolver<Values, unknown, z.output<Schema>> {
  const fullSchema = z.pipe(z.pipe(z.custom<Values>(), z.transform(toRequest)), schema);
  return zodResolver<Values, unknown, z.output<Schema>>(
    fullSchema as unknown as z.ZodMiniType<z.output<Schema>, Values>,
    { error: (issue) => packReason(toReason(issue, fieldMessages)) },
  );
}

/** Parses the text of a number field: empty gives undefined, an invalid number stays a text. */
export function typedNumber(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (!/^-?\d+([.,]\d+)?$/.test(trimmed)) return trimmed;
  // For numbers beyond the safe range, our own limit gives a better message than zod's.
  const number = Number(trimmed.replace(",", "."));
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number));
}

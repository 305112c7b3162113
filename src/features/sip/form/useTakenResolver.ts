import { useEffect, useRef, useState } from "react";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import { packReason } from "#ui/form/issues.ts";
import { typedNumber } from "#ui/form/resolver.ts";
import type { Extensions } from "./useExtensions.ts";

/**
 * A form's resolver that also refuses an extension which another account has; `own` is the
 * account's own. Who has it is said by the field (see `ExtensionInput`).
 */
export function useTakenResolver<V extends FieldValues & { number: string }, R>(
  resolver: Resolver<V, unknown, R>,
  extensions: Extensions,
  own?: number,
): Resolver<V, unknown, R> {
  const latest = useRef(extensions);
  useEffect(() => {
    latest.current = extensions;
  });
  const [checked] = useState((): Resolver<V, unknown, R> => async (values, ...rest) => {
    const result = await resolver(values, ...rest);
    const typed = typedNumber(values.number);
    if ("number" in result.errors || typeof typed !== "number" || typed === own) return result;
    const { holder, isSure } = latest.current;
    if (!isSure || holder(typed) === undefined) return result;
    const taken = { type: "taken", message: packReason({ key: "field.format" }) };
    // TypeScript does not see that a form whose values have a number may have an error of it.
    return { values: {}, errors: { ...result.errors, number: taken } as FieldErrors<V> };
  });
  return checked;
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import { LIMITS } from "#api/fields.ts";
import { isPartial } from "#common/query.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { packReason } from "#ui/form/issues.ts";
import { typedNumber } from "#ui/form/resolver.ts";
import { nextFreeExtension } from "../view.ts";

export interface Holder {
  id: number;
  name: string;
}

export interface Extensions {
  /** The next free one; undefined until the whole list is known. */
  free: number | undefined;
  /** The account that has an extension. */
  holder: (extension: number) => Holder | undefined;
  /**
   * The whole list was read, so the form may reject a taken extension. Otherwise the provider
   * decides.
   */
  isSure: boolean;
}

/** Who has which extension, as far as the list of accounts has been read. */
export function useExtensions(): Extensions {
  const { data, isError } = useQuery({ ...accountsQuery(), refetchInterval: false });
  return useMemo(() => {
    const holders = new Map(data?.items.map(({ number, id, name }) => [number, { id, name }]));
    const isComplete = !isPartial(data);
    return {
      free: isComplete ? nextFreeExtension(holders.keys(), LIMITS.extension) : undefined,
      holder: (extension) => holders.get(extension),
      isSure: isComplete && !isError,
    };
  }, [data, isError]);
}

/**
 * A form's resolver that also rejects an extension which another account has; `own` is the
 * account's own. The field names its owner (see `ExtensionInput`).
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
    // TypeScript can't infer that a form whose values have a number can have an error on it.
    return { values: {}, errors: { ...result.errors, number: taken } as FieldErrors<V> };
  });
  return checked;
}

import { useCallback, useState } from "react";
import { type Resolver, useForm, type UseFormReturn } from "react-hook-form";
import { type Forwarding, type ForwardingType, isCrm } from "#api/forwarding.ts";
import { requestResolver } from "#ui/form/resolver.ts";
import {
  EMPTY,
  FIELD_MESSAGES,
  type ForwardingValues,
  selectSchema,
  type Target,
  toRequest,
} from "./values.ts";

type Check = Resolver<ForwardingValues, unknown, Forwarding>;
export type ForwardingForm = UseFormReturn<ForwardingValues, unknown, Forwarding>;

/** Nothing is chosen at first, as it is not known what is set. */
export function useForwardingForm(target: Target): ForwardingForm {
  const [resolver] = useState((): Check => {
    const read = (typed: ForwardingValues) => toRequest(target, typed);
    // Not the union of all types, which can't say which field is wrong.
    return (values, ...rest) =>
      requestResolver(selectSchema(values), read, FIELD_MESSAGES)(values, ...rest);
  });
  return useForm({ resolver, defaultValues: EMPTY, mode: "onTouched" });
}

/**
 * Chooses a type; what was typed for the others is kept, the host of each CRM apart. `forget` takes
 * away what was said of a failed save beside the fields.
 */
export function useTypeChoice(
  { getValues, setValue, clearErrors }: ForwardingForm,
  forget: () => void,
) {
  return useCallback(
    (type: ForwardingType) => {
      const before = getValues("type");
      if (isCrm(before)) setValue(`hosts.${before}`, getValues("host"));
      // What was wrong with one type says nothing of another.
      clearErrors();
      forget();
      if (isCrm(type)) setValue("host", getValues(`hosts.${type}`) ?? "");
      setValue("type", type, { shouldDirty: true });
    },
    [getValues, setValue, clearErrors, forget],
  );
}

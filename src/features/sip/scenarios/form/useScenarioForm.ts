import { useEffect, useRef, useState } from "react";
import { type FieldErrors, type Resolver, useForm } from "react-hook-form";
import type * as z from "zod/mini";
import { requestResolver } from "#ui/form/resolver.ts";
import { FIELD_MESSAGES, scenarioSchema, type ScenarioValues, toRequest } from "./values.ts";

type Checked = z.output<typeof scenarioSchema>;
type Check = Resolver<ScenarioValues, unknown, Checked>;

const resolver = requestResolver(scenarioSchema, toRequest, FIELD_MESSAGES);

/**
 * A form of these values. After every change of the list of phones the form library checks all of
 * its rows at once, also those that nobody has touched yet: then the errors stay as they are (the
 * library has moved them with their rows).
 */
export function useScenarioForm(defaultValues: ScenarioValues) {
  const rowErrors = useRef<() => FieldErrors<ScenarioValues>["phones"]>(() => undefined);
  const [check] = useState(() => {
    const unlessRows: Check = (values, context, options) => {
      if (options.names?.join() !== "phones") return resolver(values, context, options);
      const phones = rowErrors.current();
      return { values: {}, errors: phones === undefined ? {} : { phones } };
    };
    return unlessRows;
  });
  const form = useForm({ resolver: check, defaultValues, mode: "onTouched" });
  const { getFieldState } = form;
  useEffect(() => {
    rowErrors.current = () => getFieldState("phones").error;
  }, [getFieldState]);
  return form;
}

import { type Forwarding, isCrm } from "#api/forwarding.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { NewRow } from "../batch/batch.ts";
import type { Person, PlannedStep } from "./person.ts";

/** Where calls go that came to an account: to a colleague, to a phone number, or nowhere. */
export type Goal = Person | string | undefined;

/** An external number whose calls go to an account, as last set from Pult. */
export interface PointingNumber {
  /** Names its field: `ate17`. */
  key: string;
  values: Forwarding;
  /** False while a later write has an unknown outcome. */
  certain: boolean;
  /** Digits; undefined where the list does not hold it. */
  number: string | undefined;
}

/** Whether calls go to an account, by themselves or past a CRM. */
export const leadsTo = (values: Forwarding, account: number): boolean =>
  "sip_id" in values && values.sip_id === account;

/** The external numbers whose calls are known to go to an account. */
export function numbersTo(
  account: number,
  remembered: readonly RememberedForwarding[],
  numberOf: (values: Forwarding) => string | undefined,
): PointingNumber[] {
  return remembered.flatMap(({ values, certain }) =>
    leadsTo(values, account)
      ? [
          {
            key: `${values.number_type}${values.number_id}`,
            values,
            certain,
            number: numberOf(values),
          },
        ]
      : [],
  );
}

/** The same forwarding with another destination; a CRM goes on deciding, and only its fallback changes. */
export function redirect(values: Forwarding, to: Goal): Forwarding {
  const { number_type, number_id } = values;
  const target = { number_type, number_id };
  if (values.type === "empty" || (!isCrm(values.type) && to === undefined))
    return { ...target, type: "empty" };
  if (!isCrm(values.type)) {
    const plain = { ...target, cli_type: values.cli_type };
    return typeof to === "string"
      ? { ...plain, type: "number", destination_number: to }
      : { ...plain, type: "sip", sip_id: to?.id ?? 0 };
  }
  const crm = { ...target, type: values.type, cli_type: values.cli_type, host: hostOf(values) };
  if (to === undefined) return { ...crm, type_default: "empty" };
  const shown = "cli_type_default" in values ? values.cli_type_default : values.cli_type;
  const fallback = { ...crm, cli_type_default: shown };
  return typeof to === "string"
    ? { ...fallback, type_default: "number", destination_number: to }
    : { ...fallback, type_default: "sip", sip_id: to.id };
}

const hostOf = (values: Forwarding): string => ("host" in values ? values.host : "");

/** The step that sends the calls of an external number elsewhere. */
export function forwardingStep(
  { values, number = "" }: PointingNumber,
  to: Goal,
  about: Pick<NewRow, "number" | "name">,
): PlannedStep {
  return {
    row: { ...about, step: { kind: "setForwarding", body: redirect(values, to) }, before: values },
    says: { what: "forward", number, to },
  };
}

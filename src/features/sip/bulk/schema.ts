import * as z from "zod/mini";
import { LIMITS, description, id, name, timeoutSeconds } from "#api/fields.ts";
import { typedNumber } from "#ui/form/resolver.ts";

/** What is typed, as text; an empty field changes nothing. */
export interface BulkValues {
  pattern: string;
  role: string;
  aon: string;
  sip_timeout: string;
  phone_timeout: string;
  scenario: string;
}

export const EMPTY: BulkValues = {
  pattern: "",
  role: "",
  aon: "",
  sip_timeout: "",
  phone_timeout: "",
  scenario: "",
};

export const bulkSchema = z.object({
  // The name itself may be longer or shorter: each is checked by its own limit.
  pattern: z.optional(z.string().check(z.maxLength(LIMITS.text.max))),
  role: z.optional(description),
  aon: z.optional(id),
  sip_timeout: z.optional(timeoutSeconds),
  phone_timeout: z.optional(timeoutSeconds),
  scenario: z.optional(name),
});

const typedText = (text: string) => (text.trim() === "" ? undefined : text.trim());

export function toBulkRequest(values: BulkValues): unknown {
  return {
    pattern: typedText(values.pattern),
    role: typedText(values.role),
    aon: typedNumber(values.aon),
    sip_timeout: typedNumber(values.sip_timeout),
    phone_timeout: typedNumber(values.phone_timeout),
    scenario: typedText(values.scenario),
  };
}

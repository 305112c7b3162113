import * as z from "zod/mini";
import { LIMITS } from "#api/fields.ts";
import { createSipAccount, updateSipAccount } from "#api/sipChanges.ts";
import { phoneForRequest } from "#common/phone.ts";
import { passwordFlaws } from "#common/secrets/flaws.ts";
import type { UpdateBody } from "#domain/sip/mutations.ts";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { typedNumber } from "#ui/form/resolver.ts";

/** What is typed, as text. Names are those of the request, so that errors find their field. */
export interface SettingsValues {
  number: string;
  name: string;
  role: string;
  /** Id of a number. */
  aon: string;
}

export interface CreateValues extends SettingsValues {
  sequence_rule: "single" | "simultaneous";
  sip_timeout: string;
  phone_number: string;
  phone_timeout: string;
}

export interface EditValues extends SettingsValues {
  password: string;
}

export const EMPTY: CreateValues = {
  number: "",
  name: "",
  role: "",
  aon: "",
  sequence_rule: "single",
  sip_timeout: "30",
  phone_number: "",
  phone_timeout: "25",
};

const SETTINGS = { number: typedText, name: typedText, role: typedText, aon: typedText };

export const CREATE_DRAFT = draftShape<CreateValues>()([], {
  ...SETTINGS,
  sequence_rule: z.enum(["single", "simultaneous"]),
  sip_timeout: typedText,
  phone_number: typedText,
  phone_timeout: typedText,
});

export const EDIT_DRAFT = draftShape<EditValues>()(["password"], SETTINGS);

export const createSchema = createSipAccount.body;

/** A PATCH may omit the settings that every account has, but the form requires them. */
export const editSchema = z.extend(updateSipAccount.body, {
  name: createSipAccount.body.shape.name,
  number: createSipAccount.body.shape.number,
  // Phones can type ASCII only, so any other password is rejected.
  password: z.optional(
    z.string().check(
      z.maxLength(LIMITS.text.max),
      z.refine((password) => passwordFlaws(password).length === 0),
    ),
  ),
});

function toSettings(values: SettingsValues) {
  return {
    name: values.name,
    number: typedNumber(values.number),
    aon: typedNumber(values.aon),
  };
}

/** An unreadable phone passes through, so that the schema rejects it on its field. */
export async function toCreateRequest(values: CreateValues): Promise<unknown> {
  const phone = values.phone_number.trim();
  const forwarded = phone !== "" && {
    phone_number: await phoneForRequest(phone),
    phone_timeout: typedNumber(values.phone_timeout) ?? null,
  };
  return {
    ...toSettings(values),
    role: values.role.trim() || undefined,
    sequence_rule: values.sequence_rule,
    sip_timeout: typedNumber(values.sip_timeout),
    ...forwarded,
  };
}

export function toEditRequest(values: EditValues): unknown {
  return {
    ...toSettings(values),
    role: values.role,
    password: values.password || undefined,
  };
}

export function toEditValues(account: CachedAccount): EditValues {
  return {
    number: String(account.number),
    name: account.name,
    role: account.role,
    aon: account.aon ? String(account.aon.id) : "",
    password: "",
  };
}

/** Of a whole request only what differs from the account; empty when nothing does. */
export function pickChanges(
  request: z.output<typeof editSchema>,
  account: CachedAccount,
): UpdateBody {
  const now: UpdateBody = {
    name: account.name.trim(),
    number: account.number,
    role: account.role.trim(),
    aon: account.aon?.id,
  };
  const changed = Object.entries(request).filter(
    ([key, value]) => value !== undefined && value !== now[key as keyof UpdateBody],
  );
  return Object.fromEntries(changed);
}

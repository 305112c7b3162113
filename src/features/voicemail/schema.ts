import type { ResolverResult } from "react-hook-form";
import * as z from "zod/mini";
import { asciiAddress, isMailAddress } from "#api/mailAddress.ts";
import type { Settings } from "#domain/voicemail/queries.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";

export const SHAPE = draftShape<Settings>()([], { send: z.boolean(), email: typedText });

export type Problem = "missing" | "several" | "letters" | "format";

/** Why recordings can't be sent to an address; its format is that of the API contract. */
export function findAddressProblem(email: string): Problem | undefined {
  const address = email.trim();
  if (address === "" || isMailAddress(address)) return undefined;
  if (address.split("@").length > 2) return "several";
  // Its domain may be internationalized, but most mail servers reject a local part that is not
  // ASCII.
  return /[^ -~]/.test(address.split("@")[0] ?? "") ? "letters" : "format";
}

/** Why these settings can't be saved. Sending can be switched off with any address. */
export function findProblem({ send, email }: Settings): Problem | undefined {
  if (!send) return undefined;
  return email.trim() === "" ? "missing" : findAddressProblem(email);
}

/** A problem is the type of the error: `VoicemailForm` has its text. */
export function resolver(values: Settings): ResolverResult<Settings> {
  const problem = findProblem(values);
  if (problem === undefined) return { values, errors: {} };
  return { values: {}, errors: { email: { type: problem } } };
}

/**
 * The request: the provider requires both fields, even an unchanged one, which is sent as it was
 * returned. An internationalized domain is sent in its ASCII form, which every mail server
 * supports.
 */
export function toRequest({ send, email }: Settings, saved: Settings): Settings {
  return { send, email: email === saved.email ? email : asciiAddress(email.trim()) };
}

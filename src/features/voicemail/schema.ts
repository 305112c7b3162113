import type { ResolverResult } from "react-hook-form";
import * as z from "zod/mini";
import { asciiAddress, isMailAddress } from "#api/mailAddress.ts";
import type { Settings } from "#domain/voicemail/queries.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";

export const SHAPE = draftShape<Settings>()([], { send: z.boolean(), email: typedText });

export type Problem = "missing" | "several" | "letters" | "format";

/** Why recordings can't be sent to an address; the format of one is the contract's. */
export function findAddressProblem(email: string): Problem | undefined {
  const address = email.trim();
  if (address === "" || isMailAddress(address)) return undefined;
  if (address.split("@").length > 2) return "several";
  // Its domain may be in any letters, what stands before it is not taken by most mail servers.
  return /[^ -~]/.test(address.split("@")[0] ?? "") ? "letters" : "format";
}

/** Why these settings can't be saved. Sending can be switched off whatever the address is. */
export function findProblem({ send, email }: Settings): Problem | undefined {
  if (!send) return undefined;
  return email.trim() === "" ? "missing" : findAddressProblem(email);
}

/** A problem is the type of the error: `VoicemailForm` says what it means. */
export function resolver(values: Settings): ResolverResult<Settings> {
  const problem = findProblem(values);
  if (problem === undefined) return { values, errors: {} };
  return { values: {}, errors: { email: { type: problem } } };
}

/**
 * The request: the provider wants both, also where one of them stays, and then as it came. A domain
 * in other letters goes as its ASCII form, which every mail server knows.
 */
export function toRequest({ send, email }: Settings, saved: Settings): Settings {
  return { send, email: email === saved.email ? email : asciiAddress(email.trim()) };
}

import * as z from "zod/mini";
import { asciiAddress, isMailAddress } from "#api/mailAddress.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";

/** What is saved, and what is being typed. */
export interface Settings {
  send: boolean;
  /** Empty where none is given. */
  email: string;
}

/** What was changed, on top of what was saved when the first change was made. */
export interface Draft extends Partial<Settings> {
  base: Settings;
}

export const SHAPE = draftShape<Settings>()([], { send: z.boolean(), email: typedText });

export type Problem = "missing" | "several" | "letters" | "format";

/** What the form shows: what was typed stays, all else follows what is saved. */
export function applyDraft(saved: Settings, draft: Draft | undefined): Settings {
  return { send: draft?.send ?? saved.send, email: draft?.email ?? saved.email };
}

export function isSameSettings(a: Settings, b: Settings): boolean {
  return a.send === b.send && a.email.trim() === b.email.trim();
}

/** Whether the saved settings changed while the user was editing them. */
export function changedMeanwhile(saved: Settings, draft: Draft | undefined): boolean {
  if (draft === undefined) return false;
  return !isSameSettings(draft.base, saved) && !isSameSettings(applyDraft(saved, draft), saved);
}

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

/**
 * The request: the provider wants both, also where one of them stays, and then as it came. A domain
 * in other letters goes as its ASCII form, which every mail server knows.
 */
export function toRequest({ send, email }: Settings, saved: Settings): Settings {
  return { send, email: email === saved.email ? email : asciiAddress(email.trim()) };
}

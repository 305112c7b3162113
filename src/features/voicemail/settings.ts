import * as z from "zod/mini";
import { updateVoicemail } from "#api/voicemail.ts";
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

export type Problem = "missing" | "format";

/** What the form shows: what was typed stays, all else follows what is saved. */
export function shownBy(saved: Settings, draft: Draft | undefined): Settings {
  return { send: draft?.send ?? saved.send, email: draft?.email ?? saved.email };
}

export function same(a: Settings, b: Settings): boolean {
  return a.send === b.send && a.email.trim() === b.email.trim();
}

/** Whether the saved settings became others while a change to them was being made. */
export function changedMeanwhile(saved: Settings, draft: Draft | undefined): boolean {
  if (draft === undefined) return false;
  return !same(draft.base, saved) && !same(shownBy(saved, draft), saved);
}

/** What stands in the way of sending these; the format of an address is the contract's. */
export function problemOf({ send, email }: Settings): Problem | undefined {
  if (send && email.trim() === "") return "missing";
  const known = updateVoicemail.body.shape.email.safeParse(email.trim());
  return known.success ? undefined : "format";
}

/** The request: the provider wants both, also where one of them stays. */
export function requestOf({ send, email }: Settings): Settings {
  return { send, email: email.trim() };
}

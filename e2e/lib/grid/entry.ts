import type { Locator, Page } from "@playwright/test";
import type { OperationName, Operations } from "#api/operations.ts";
import type { TextKey, Texts } from "../texts.ts";

/** What an entry works with: a page that no other operation uses. */
export interface Stage {
  page: Page;
  t: Texts;
}

type Act = (stage: Stage) => Promise<unknown>;
type Find = (stage: Stage) => Locator;

interface Common {
  /** The address of its screen. */
  at: string;
  /** Where a failure stands, if it is no notice. */
  place?: Find;
  /** Whether there is room for the reason only, not for what to do about it. */
  short?: true;
  /** Holds that what was typed is still there. */
  kept?: Act;
  /** The title where this operation knows more than the title of any such failure; by trouble. */
  says?: Readonly<Record<string, TextKey>>;
}

export interface Reading extends Common {
  kind: "read";
  /** What is done until it is asked for, where the screen alone does not ask. */
  ask?: Act;
  /** Holds that it says to be on its way. */
  loading: Act;
  /** The name of the button that asks again, where it is not the usual one. */
  retry?: TextKey;
  /** It comes to what is there already, which says it is being updated until the tries have failed. */
  beside?: true;
  /** Asked for once: something else takes its place meanwhile. */
  once?: true;
  /** Holds that what was read is there. */
  works: Act;
  /** Of a row that can't be read. */
  odd?: Told;
  pages?: Pages;
}

/** Where a list says what is wrong with it: above its rows, or at a field; or why it says nothing. */
export type Told = "rows" | "choices" | { untold: string };

/** A list whose answers come in pages. */
export interface Pages {
  /** Whether there are more pages where there are more accounts. */
  grow: boolean;
  /** Of what did not come. */
  cut: Told;
}

/** A read as its operation is declared. */
export type ReadingOf<Name extends OperationName> = Reading &
  (Operations[Name] extends { rows: string } ? { odd: Told } : object) &
  (Operations[Name] extends { paged: true } ? { pages: Pages } : object);

export interface Writing extends Common {
  kind: "write";
  /** Up to the last click. */
  fill: Act;
  button: Find;
  /** Holds that it is on its way, where its button does not say so. */
  busy?: Act;
  /** What is seen once it was done. */
  done: Find;
  /** A field of the request and where it stands; without one a 422 is told as any refusal. */
  wrong?: { field: string; input: Find };
  /** What is said of a failure after which it may be done all the same. */
  unsure?: TextKey;
  /** What is said without our server, or before a sign-in, where that is of its own. */
  away?: { offline?: TextKey; login?: TextKey };
  /** One may go elsewhere meanwhile without a question: the outcome is told there. */
  leaves?: true;
  /** What is read again then. */
  looks: OperationName;
  /** The troubles after which it counts as done, and what is said then. */
  meant?: Readonly<Record<string, TextKey>>;
}

/** An operation that no screen calls, and why. */
export interface Unused {
  kind: "unused";
  because: string;
}

export type Entry = Reading | Writing | Unused;

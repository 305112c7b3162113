import type { Locator, Page } from "@playwright/test";
import type { OperationName, Operations } from "#api/operations.ts";
import type { TextKey, Texts } from "../texts.ts";

/** The page of an entry and its texts. */
export interface PageContext {
  page: Page;
  t: Texts;
}

type PageAction = (context: PageContext) => Promise<unknown>;
type FindElement = (context: PageContext) => Locator;

interface CommonEntry {
  /** The path of its screen. */
  path: string;
  /** Where a failure is reported, if not in a notice. */
  failureLocator?: FindElement;
  /** Whether only the title of a failure is shown, without details. */
  titleOnly?: true;
  /** Expects that the user's input is still there. */
  expectInputKept?: PageAction;
  /** More specific titles of this operation, by condition. */
  titles?: Readonly<Record<string, TextKey>>;
}

export interface ReadEntry extends CommonEntry {
  kind: "read";
  /** The actions that trigger the read, if opening the screen does not. */
  trigger?: PageAction;
  /** Expects a loading indicator. */
  expectLoading: PageAction;
  /** The text of the retry button, if it is not the usual one. */
  retryText?: TextKey;
  /** Refreshes data that is already shown: a loading indicator is shown until all attempts failed. */
  besideExistingData?: true;
  /** Not retried, because there is a fallback input. */
  attemptedOnce?: true;
  /** Expects that nothing is claimed about what can't be read. */
  expectUnknown?: PageAction;
  /** Expects that the loaded data is shown. */
  expectLoaded: PageAction;
  /** Where an invalid row is reported. */
  invalidRow?: ReportPlace;
  pages?: Pages;
}

/** Where a list reports its problems: above its rows, at the field of a picker, or why nowhere. */
export type ReportPlace = "rows" | "choices" | { unreported: string };

/** A paginated list. */
export interface Pages {
  /** Whether the number of pages grows with the number of accounts. */
  grows: boolean;
  /** Where an incomplete list is reported. */
  incomplete: ReportPlace;
}

/** A read entry with the fields that its operation's declaration requires. */
export type ReadEntryFor<Name extends OperationName> = ReadEntry &
  (Operations[Name] extends { rows: string } ? { invalidRow: ReportPlace } : object) &
  (Operations[Name] extends { paged: true } ? { pages: Pages } : object);

export interface WriteEntry extends CommonEntry {
  kind: "write";
  /** Opens and fills the form, up to the click on the submit button. */
  fill: PageAction;
  submitButton: FindElement;
  /** Expects a pending indicator, if the button is not disabled meanwhile. */
  expectPending?: PageAction;
  /** What is shown after success. */
  successLocator: FindElement;
  /** A request field and its input; without one, a 422 is reported like other failures. */
  invalidField?: { field: string; input: FindElement };
  /** The text when the outcome is unknown. */
  unknownOutcomeText?: TextKey;
  /** The texts when our server is unreachable or needs a sign-in, if they are specific. */
  unreachableTexts?: { offline?: TextKey; login?: TextKey };
  /** Whether the user may leave during the write without a confirmation. */
  leavesFreely?: true;
  /** The operation that is refetched when the outcome is unknown. */
  refetches: OperationName;
  /** The texts for conditions under which the write counts as successful. */
  successTexts?: Readonly<Record<string, TextKey>>;
}

/** An operation that no screen uses, and why. */
export interface UnusedEntry {
  kind: "unused";
  because: string;
}

export type GridEntry = ReadEntry | WriteEntry | UnusedEntry;

import type { Page } from "@playwright/test";
import type { Office } from "../lib/office.ts";
import type { Texts } from "../lib/texts.ts";

export interface ScreenContext {
  page: Page;
  office: Office;
  t: Texts;
}

/** Brings a reset page and office into a state, and waits until it is shown. */
export type Open = (context: ScreenContext) => Promise<void>;

/** A state that a route can't have, and why. */
export interface Unreachable {
  unreachable: string;
}

export const STATES = ["loading", "empty", "full", "error"] as const;
export type State = (typeof STATES)[number];

/** The states of a route, and how to open each. */
export type RouteScreens = Record<State, Open | Unreachable> & {
  /** The path that the four states must show, without the query. */
  at: string;
  /** Further states: dialogs, validation errors and others. */
  more?: Readonly<Record<string, Open>>;
};

export const unreachable = (reason: string): Unreachable => ({ unreachable: reason });

/** Makes operations hang (`GET /sip`, or `*`) until the office is reset. */
export const hang = ({ office }: ScreenContext, ...operations: readonly string[]) =>
  office.faults(...operations.map((operation) => ({ operation, fault: "hang" })));

/** Makes operations fail with 403, which the app does not retry. */
export const refuse = ({ office }: ScreenContext, ...operations: readonly string[]) =>
  office.faults(...operations.map((operation) => ({ operation, fault: "status:403" })));

export const dialog = ({ page }: ScreenContext) => page.getByRole("dialog");

/** A text without its placeholder. */
export const withoutPlaceholder = (text: string) => text.replace(/\{\w+\}/, "").trim();

import type { Page } from "@playwright/test";
import type { Office } from "../lib/office.ts";
import type { Texts } from "../lib/texts.ts";

export interface Stage {
  page: Page;
  office: Office;
  t: Texts;
}

/** Brings a fresh page and a fresh office into a state and waits until it shows. */
export type Open = (stage: Stage) => Promise<void>;

/** A state that a route can't have, and why. */
export interface Never {
  never: string;
}

export const STATES = ["loading", "empty", "full", "error"] as const;
export type State = (typeof STATES)[number];

/** A route's states, and how one gets to see each. */
export type RouteScreens = Record<State, Open | Never> & {
  /** The address, without a search: what an opening has to show. */
  at: string;
  /** Its dialogs, mistakes and whatever else looks unlike the four. */
  more?: Readonly<Record<string, Open>>;
};

export const never = (reason: string): Never => ({ never: reason });

/** Makes operations hang (`GET /sip`, or `*`); the office's next reset ends it. */
export const hang = ({ office }: Stage, ...operations: readonly string[]) =>
  office.faults(...operations.map((operation) => ({ operation, fault: "hang" })));

/** Makes operations refuse, which nobody tries again by himself. */
export const refuse = ({ office }: Stage, ...operations: readonly string[]) =>
  office.faults(...operations.map((operation) => ({ operation, fault: "status:403" })));

export const dialog = ({ page }: Stage) => page.getByRole("dialog");

/** A text that ends or begins with what is filled in, without it. */
export const around = (text: string) => text.replace(/\{\w+\}/, "").trim();

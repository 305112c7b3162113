import type { Frame, Locator, Mouse, Page, Touchscreen } from "@playwright/test";

/**
 * Actions by pointer, those that change a field without key presses, and those that move the focus
 * by script: `press` and `pressSequentially` of an element do that first.
 */
const ACTIONS = [
  "check",
  "click",
  "dblclick",
  "dispatchEvent",
  "fill",
  "focus",
  "hover",
  "press",
  "selectOption",
  "setChecked",
  "setInputFiles",
  "tap",
  "type",
  "uncheck",
] as const satisfies readonly (keyof Locator & keyof Page & keyof Frame)[];
export const LOCATOR_ACTIONS = [
  ...ACTIONS,
  "blur",
  "clear",
  "dragTo",
  "drop",
  "elementHandle",
  "elementHandles",
  "pressSequentially",
  "selectText",
] as const satisfies readonly (keyof Locator)[];
export const PAGE_ACTIONS = [...ACTIONS, "dragAndDrop"] as const satisfies readonly (keyof Page &
  keyof Frame)[];
export const MOUSE_ACTIONS = [
  "click",
  "dblclick",
  "down",
  "move",
  "up",
  "wheel",
] as const satisfies readonly (keyof Mouse)[];
const TOUCH_ACTIONS = ["tap"] as const satisfies readonly (keyof Touchscreen)[];

/** Scripts that do in the page what the actions above do. */
const EVALUATIONS = ["evaluate", "evaluateHandle"] as const;
const ACTING_SCRIPT = /\.(?:click|focus|dispatchEvent)\(/;

const always = () => true;
const acts = ([script]: unknown[]) => ACTING_SCRIPT.test(String(script));

type Methods = Record<string, (...args: unknown[]) => unknown>;

/**
 * Makes all actions of this process that no keyboard can do throw, also those of helpers; returns
 * the calls that were made nevertheless, and a function that undoes this.
 */
export function forbidPointer(page: Page): { calls: string[]; allow: () => void } {
  const calls: string[] = [];
  const undo: (() => void)[] = [];
  const replace = (
    owner: string,
    target: object,
    names: readonly string[],
    isForbidden: (args: unknown[]) => boolean,
  ) => {
    // All objects of a class share its methods, so that also locators made later are covered.
    const methods = Object.getPrototypeOf(target) as Methods;
    for (const name of names) {
      const original = methods[name];
      if (original === undefined) throw new Error(`Playwright has no ${owner}.${name} any more`);
      methods[name] = function act(this: unknown, ...args) {
        if (!isForbidden(args)) return original.apply(this, args);
        const call = `${owner}.${name}`;
        calls.push(call);
        throw new Error(
          `${call} in a keyboard test: go there with tabTo, and press keys with page.keyboard`,
        );
      };
      undo.push(() => {
        methods[name] = original;
      });
    }
  };
  const locator = page.locator("html");
  const frame = page.mainFrame();
  replace("locator", locator, LOCATOR_ACTIONS, always);
  replace("page", page, PAGE_ACTIONS, always);
  replace("frame", frame, PAGE_ACTIONS, always);
  replace("mouse", page.mouse, MOUSE_ACTIONS, always);
  replace("touchscreen", page.touchscreen, TOUCH_ACTIONS, always);
  replace("locator", locator, [...EVALUATIONS, "evaluateAll"], acts);
  replace("page", page, EVALUATIONS, acts);
  return {
    calls,
    allow: () => {
      for (const one of undo) one();
    },
  };
}

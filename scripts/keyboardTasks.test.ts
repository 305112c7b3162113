import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The tasks of a user, each with the browser test that does it by keyboard alone. */
const TASKS = {
  "see how the office is, and follow a figure": ["keyboard-tasks", "from the overview"],
  "find an account and copy its credentials": ["keyboard", "an account is found, opened"],
  "create an account": ["keyboard", "an account is created"],
  "edit an account": ["keyboard", "an account is edited"],
  "leave a form with changes": ["keyboard", "the confirmation of an unsaved form"],
  "delete an account": ["keyboard", "an account is deleted"],
  "filter and sort a list, switch the language": ["keyboard", "filters, sorting and the language"],
  "go through a long list": ["keyboard", "Tab through a long list"],
  "create, activate and delete a scenario": ["scenario-keyboard", "a scenario is created"],
  "edit and copy a scenario": ["keyboard-tasks", "a scenario is edited and copied"],
  "put the numbers of a scenario in order": ["scenario-order", "a phone is lifted"],
  "watch an account, tell support of it, use the wall": ["keyboard-tasks", "from the overview"],
  "connect an external number": ["external-numbers", "by keyboard alone: a SIP-URI"],
  "edit and disconnect an external number": ["keyboard-tasks", "an external number is edited"],
  "forward an external number": ["external-forwarding", "by keyboard alone: calls"],
  "add and delete a smart number": ["smart-numbers", "a smart number is added"],
  "find a user's smart numbers": ["keyboard-tasks", "colours are switched"],
  "change where voicemail goes": ["voicemail", "the voicemail address is changed"],
  "open and close countries by a review": ["directions", "by keyboard alone: countries"],
  "open a country at once, and take it back": ["keyboard-tasks", "a country is opened"],
  "test a number": ["directions-tools", "by keyboard alone: a risky number"],
  "save and load a list of countries": ["keyboard-tasks", "a country is opened"],
  "switch the colours": ["keyboard-tasks", "colours are switched"],
  "make another office in the sandbox": ["keyboard-tasks", "colours are switched"],
  "search with its key": ["keyboard", "an account is found, opened"],
} as const satisfies Record<string, readonly [spec: string, title: string]>;

/** Playwright actions that use the pointer, or fill in a field without key presses. */
const POINTER_ACTIONS = /\.(?:click|dblclick|tap|hover|fill|check|uncheck|selectOption|dragTo)\(/;

/** The source of the browser test whose title begins with `title`. */
function findTestSource(spec: string, title: string): string | undefined {
  const source = readFileSync(`e2e/${spec}.spec.ts`, "utf8");
  const [, ...tests] = source.split(/^ *test\((?=")/m);
  return tests.find((one) => one.startsWith(`"${title}`));
}

describe("a browser test does by keyboard alone", () => {
  it.each(Object.entries(TASKS))("%s", (_task, [spec, title]) => {
    const body = findTestSource(spec, title);
    expect(body).toBeDefined();
    expect(body).toMatch(/keyboard\.press\(|press\(page/);
    expect(body).not.toMatch(POINTER_ACTIONS);
  });
});

import { expect, it } from "vitest";
import { paths } from "#paths";
import { pageOf } from "./useFocusOnRoute.ts";

it("a panel lies over the page that it belongs to", () => {
  expect(pageOf(paths.sipNew())).toBe(paths.sip());
  expect(pageOf(paths.sipAccountEdit(7))).toBe(paths.sipAccount(7));
});

it("a page without a panel is itself", () => {
  for (const path of [paths.home(), paths.sip(), paths.sipAccount(7), paths.status()]) {
    expect(pageOf(path)).toBe(path);
  }
});

import { expect, it } from "vitest";
import { paths } from "#paths";
import { getPagePath } from "./useFocusOnRoute.ts";

it("a panel lies over the page that it belongs to", () => {
  expect(getPagePath(paths.sipNew())).toBe(paths.sip());
  expect(getPagePath(paths.sipAccountEdit(7))).toBe(paths.sipAccount(7));
  expect(getPagePath(paths.sipScenarioNew(7))).toBe(paths.sipAccount(7));
  expect(getPagePath(paths.sipScenarioEdit(7, 8))).toBe(paths.sipAccount(7));
  for (const panel of [paths.statusAccount(7), paths.statusChanges(), paths.statusAlerts()]) {
    expect(getPagePath(panel)).toBe(paths.status());
  }
  const { externalNew, externalNumber, externalEdit, externalForward } = paths;
  const byId = [externalNumber, externalEdit, externalForward].map((build) => build("ate", 7));
  for (const panel of [externalNew(), ...byId]) {
    expect(getPagePath(panel)).toBe(paths.externalNumbers());
  }
});

it("a page without a panel is itself", () => {
  for (const path of [
    paths.home(),
    paths.sip(),
    paths.sipAccount(7),
    paths.status(),
    paths.statusWall(),
    paths.externalNumbers(),
  ]) {
    expect(getPagePath(path)).toBe(path);
  }
});

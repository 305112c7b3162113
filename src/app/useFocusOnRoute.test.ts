import { matchRoutes } from "react-router";
import { expect, it } from "vitest";
import { paths } from "#paths";
import { createAllRoutes } from "./testing/allRoutes.ts";
import { getPagePath } from "./useFocusOnRoute.ts";

const routes = createAllRoutes();

function pageUnder(path: string): string {
  const matches = matchRoutes(routes, path) ?? [];
  return getPagePath(matches.map(({ pathname, route }) => ({ pathname, handle: route.handle })));
}

it("a panel is over the page that it belongs to", () => {
  expect(pageUnder(paths.sipNew())).toBe(paths.sip());
  expect(pageUnder(paths.sipAccountEdit(7))).toBe(paths.sipAccount(7));
  expect(pageUnder(paths.sipScenarioNew(7))).toBe(paths.sipAccount(7));
  expect(pageUnder(paths.sipScenarioEdit(7, 8))).toBe(paths.sipAccount(7));
  for (const panel of [paths.statusAccount(7), paths.statusChanges(), paths.statusAlerts()]) {
    expect(pageUnder(panel)).toBe(paths.status());
  }
  expect(pageUnder(paths.smartNumberNew())).toBe(paths.smartNumbers());
  for (const panel of [
    paths.directionsReview(),
    paths.directionsTest(),
    paths.directionsImport(),
  ]) {
    expect(pageUnder(panel)).toBe(paths.directions());
  }
  const { externalNew, externalNumber, externalEdit, externalForward } = paths;
  const byId = [externalNumber, externalEdit, externalForward].map((build) => build("ate", 7));
  for (const panel of [externalNew(), ...byId]) {
    expect(pageUnder(panel)).toBe(paths.externalNumbers());
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
    "/nowhere/at/all",
  ]) {
    expect(pageUnder(path)).toBe(path);
  }
});

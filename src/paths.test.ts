import { matchRoutes, type RouteObject } from "react-router";
import { describe, expect, it } from "vitest";
import { createAllRoutes } from "#app/testing/allRoutes.ts";
import { paths } from "./paths.ts";

const routes = createAllRoutes();

/** Every address that a route matches, with parameters as `:id`, without the catch-all. */
function collectPaths(all: readonly RouteObject[], above = ""): string[] {
  return all.flatMap(({ path = "", children = [], loader }) => {
    if (path === "*") return [];
    const own = path.startsWith("/") ? path : `${above}/${path}`;
    const address = path === "" ? above : own;
    // A route that renders nothing of its own only groups others.
    const isPage = loader !== undefined;
    return [...(isPage ? [address] : []), ...collectPaths(children, address)];
  });
}

const { externalNumber, externalEdit, externalForward, signIn, ...texts } = paths;
const { user, sipHandover, alertRule, alertChannel, ...others } = texts;
const built = [
  signIn("/sip/7"),
  user("7"),
  sipHandover([7]),
  alertRule("7"),
  alertRule("new", "many"),
  alertChannel("7"),
  alertChannel("new", "email"),
  ...Object.values(others).map((build) => build(7, 8)),
  ...[externalNumber, externalEdit, externalForward].map((build) => build("ate", 7)),
];

describe("addresses", () => {
  it("every route has a builder, and every builder a route", () => {
    const declared = collectPaths(routes).map((path) =>
      path.replace(":id", "7").replace(":sid", "8").replace(":type", "ate"),
    );
    const addresses = built.map((path) =>
      path.replace(/\?.*$/, "").replace(/(rules|channels)\/new$/, "$1/7"),
    );
    expect([...new Set(declared)].sort()).toEqual([...new Set(addresses)].sort());
  });

  it.each(built)("%s leads to a page of its own", (path) => {
    const last = matchRoutes(routes, path)?.at(-1)?.route;
    expect(last?.path).not.toBe("*");
    expect(last).toBeDefined();
  });

  it('an address that no builder makes leads to the "not found" page', () => {
    for (const path of [
      "/nowhere",
      "/sip/7/edit/more",
      "/sip/7/nowhere",
      "/sip/7/scenarios",
      "/sip/7/scenarios/8",
    ]) {
      expect(matchRoutes(routes, path)?.at(-1)?.route.path).toBe("*");
    }
  });
});

import { QueryClient } from "@tanstack/react-query";
import { createMemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { paths } from "#paths";
import { discoverRoutes, routesOf } from "./routes.tsx";

function open(path: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return createMemoryRouter(routesOf(client), {
    initialEntries: [path],
    patchRoutesOnNavigation: discoverRoutes(client),
  });
}

const matched = (router: ReturnType<typeof open>) =>
  router.state.matches.map(({ route }) => route.path);

/** Until the first page's code is there, however long a busy machine takes. */
async function start(router: ReturnType<typeof open>): Promise<void> {
  const isThere = new Promise<void>((resolve) => {
    router.subscribe(({ initialized }) => {
      if (initialized) resolve();
    });
  });
  router.initialize();
  if (!router.state.initialized) await isThere;
}

describe("routes beyond the first screens", () => {
  it.each([
    [paths.home(), "/"],
    [paths.sipNew(), "new"],
    [paths.sipAccount(25), ":id"],
    [paths.statusWall(), "/status/wall"],
    ["/nowhere", "*"],
  ])("%s is found when it is opened", async (path, own) => {
    const router = open(path);
    await start(router);
    expect(matched(router)).toContain(own);
    router.dispose();
  });

  it("are added once, also where the navigation that asked for them was given up", async () => {
    const router = open(paths.sip());
    await start(router);
    const left = router.navigate(paths.sipAccount(25));
    await router.navigate(paths.status());
    await left;
    expect(router.state.location.pathname).toBe(paths.status());
    await router.navigate(paths.sipAccount(26));
    expect(matched(router)).toContain(":id");
    const pages = router.routes[0]?.children?.[0]?.children ?? [];
    expect(pages.filter(({ path }) => path === "/status")).toHaveLength(1);
    router.dispose();
  });
});

import type { QueryClient } from "@tanstack/react-query";
import type { PatchRoutesOnNavigationFunction, RouteObject } from "react-router";
import { paths } from "#paths";
import { Layout } from "./Layout.tsx";
import { RouteError } from "./pages/RouteError.tsx";
import { page } from "./page.tsx";
import { createReads } from "./reads.ts";
import type { RouteHandle } from "./routeHandle.ts";

/** The routes below which others are added later, by their ids. */
export const PARENTS = { pages: "pages", sip: "sip", sipList: "sipList" } as const;

/**
 * The map of the app as far as the first list needs it: the overview, the list of accounts, the frame,
 * and what has none, since the frame shows until the others are there (`laterRoutes.tsx`).
 */
export function createRoutes(client: QueryClient): RouteObject[] {
  const { readAccounts, readBoard, readDirections, readExternalNumbers, readVoicemail } =
    createReads(client);
  const pages: RouteObject[] = [
    page({
      path: "/",
      handle: { crumb: "nav.home" },
      code: () => import("#features/overview/OverviewPage.tsx").then((m) => m.OverviewPage),
      texts: ["features/overview"],
      data: () => {
        readAccounts();
        return Promise.all([readDirections(), readExternalNumbers(), readVoicemail()]);
      },
    }),
    {
      id: PARENTS.sip,
      path: "/sip",
      handle: { crumb: "nav.sip" } satisfies RouteHandle,
      children: [
        page({
          // No path of its own: the list, with panels over it.
          id: PARENTS.sipList,
          code: () => import("./pages/SipListRoutePage.tsx").then((m) => m.SipListRoutePage),
          texts: ["features/sip"],
          data: readAccounts,
          children: [{ index: true, element: null }],
        }),
      ],
    },
    page({ path: "*", code: () => import("./pages/NotFound.tsx").then((m) => m.NotFound) }),
  ];

  return [
    {
      // Without a path: `/` itself is one of the pages.
      element: <Layout />,
      // Only a failure of the frame itself gets here: pages have their own boundary inside it.
      errorElement: <RouteError />,
      // Shows the frame while the first page loads.
      children: [
        {
          id: PARENTS.pages,
          errorElement: <RouteError />,
          hydrateFallbackElement: <></>,
          children: pages,
        },
      ],
    },
    page({
      path: paths.signIn(),
      code: () => import("./pages/SignInRoutePage.tsx").then((m) => m.SignInRoutePage),
      texts: ["features/login"],
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
    }),
    // For a screen on the wall: without the frame.
    page({
      path: "/status/wall",
      code: () => import("./pages/WallRoutePage.tsx").then((m) => m.WallRoutePage),
      texts: ["features/status", "common/sip/verdict", "features/status/watch"],
      data: readBoard,
      forWall: true,
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
    }),
  ];
}

/** Loads the other routes, with the first address that needs one. */
export const loadLaterRoutes = () => import("./laterRoutes.tsx");

/** Adds the other routes once an address is none of the first ones. */
export function discoverRoutes(client: QueryClient): PatchRoutesOnNavigationFunction {
  let isDone = false;
  return async ({ patch, signal }) => {
    if (isDone) return;
    const { createLaterRoutes } = await loadLaterRoutes();
    // Another address may have been faster; of one that was left, nothing can be added.
    if (isDone || signal.aborted) return;
    isDone = true;
    for (const { parent, routes } of createLaterRoutes(client)) patch(parent, routes);
  };
}

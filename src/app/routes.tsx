import type { QueryClient } from "@tanstack/react-query";
import type { PatchRoutesOnNavigationFunction, RouteObject } from "react-router";
import { commonMessages } from "#common/messages.ts";
import { Layout } from "./Layout.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { RouteError } from "./pages/RouteError.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import { type MoreSipRoutes, SIP_IDS, sipListRoute } from "./sipListRoute.ts";

/** Routes that are added to the first ones, by where they go. */
export interface MoreRoutes {
  pages: RouteObject[];
  sip: MoreSipRoutes;
  withoutFrame: RouteObject[];
}

const PAGES_ID = "pages";
const WITHOUT_FRAME_ID = "withoutFrame";
const NONE: MoreRoutes = { pages: [], sip: { pages: [], list: [] }, withoutFrame: [] };

/**
 * The addresses of the app: the first list, and what more is given. A route's code, texts and
 * data start at the same moment.
 */
export function routesOf(client: QueryClient, more: MoreRoutes = NONE): RouteObject[] {
  return [
    {
      // Without a path: `/` itself is one of the pages.
      element: <Layout />,
      // Only a failure of the frame itself gets here: pages have their own, inside it.
      errorElement: <RouteError />,
      loader: async () => {
        await commonMessages.load();
        return null;
      },
      shouldRevalidate: () => false,
      hydrateFallbackElement: <></>,
      children: [
        {
          id: PAGES_ID,
          errorElement: <RouteError />,
          children: [sipListRoute(client, more.sip), ...more.pages, elsewhere],
        },
      ],
    },
    {
      id: WITHOUT_FRAME_ID,
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
      children: more.withoutFrame,
    },
  ];
}

/** Why the other routes could not be loaded; undefined when they were, or have not been asked for. */
let failure: unknown;

/** What no route answers: there is no such page, or its route could not be loaded. */
const elsewhere: RouteObject = {
  path: "*",
  element: <NotFound />,
  handle: { crumb: "missing.title" } satisfies RouteHandle,
  loader: () => {
    if (failure !== undefined) throw failure;
    return null;
  },
};

/**
 * Adds the other routes once an address is asked for that the first ones do not answer: the list
 * that most people open first does not wait for the addresses of forty other screens. Where they
 * can't be loaded, the frame stays and the next address tries again.
 */
export function discoverRoutes(client: QueryClient): PatchRoutesOnNavigationFunction {
  let known = false;
  return async ({ patch, signal }) => {
    if (known) return;
    failure = undefined;
    try {
      const { moreRoutes } = await import("./moreRoutes.tsx");
      // A navigation that was given up patches nothing.
      if (known || signal.aborted) return;
      known = true;
      const more = moreRoutes(client);
      patch(PAGES_ID, more.pages);
      patch(SIP_IDS.pages, more.sip.pages);
      patch(SIP_IDS.list, more.sip.list);
      patch(WITHOUT_FRAME_ID, more.withoutFrame);
    } catch (error) {
      failure = error;
    }
  };
}

import type { QueryClient } from "@tanstack/react-query";
import type { PatchRoutesOnNavigationFunction, RouteObject } from "react-router";
import { commonMessages } from "#common/messages.ts";
import { Layout } from "./Layout.tsx";
import { overviewRoute } from "./overviewRoute.ts";
import { RouteError } from "./pages/RouteError.tsx";
import { SIP_ID, sipListRoute } from "./sipListRoute.ts";

/** Routes that are added to the first ones, by where they go. */
export interface MoreRoutes {
  pages: RouteObject[];
  /** Below `/sip`. */
  sip: RouteObject[];
  withoutFrame: RouteObject[];
}

const PAGES_ID = "pages";
const WITHOUT_FRAME_ID = "withoutFrame";
const NONE: MoreRoutes = { pages: [], sip: [], withoutFrame: [] };

/**
 * The addresses of the app: the first screens, and what more is given. A route's code, texts and
 * data start at the same moment.
 */
export function routesOf(client: QueryClient, more: MoreRoutes = NONE): RouteObject[] {
  return [
    {
      path: "/",
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
          children: [overviewRoute(client), sipListRoute(client, more.sip), ...more.pages],
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

/**
 * Adds the other routes once an address is asked for that the first ones do not answer: the list
 * that most people open first does not wait for the addresses of forty other screens.
 */
export function discoverRoutes(client: QueryClient): PatchRoutesOnNavigationFunction {
  let known = false;
  return async ({ patch, signal }) => {
    if (known) return;
    const { moreRoutes } = await import("./moreRoutes.tsx");
    // A navigation that was given up patches nothing.
    if (known || signal.aborted) return;
    known = true;
    const more = moreRoutes(client);
    patch(PAGES_ID, more.pages);
    patch(SIP_ID, more.sip);
    patch(WITHOUT_FRAME_ID, more.withoutFrame);
  };
}

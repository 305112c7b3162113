import type { QueryClient } from "@tanstack/react-query";
import type { PatchRoutesOnNavigationFunction, RouteObject } from "react-router";
import { commonMessages } from "#common/messages.ts";
import { Layout } from "./Layout.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { RouteError } from "./pages/RouteError.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import { PLACES, type Routes, SECTIONS } from "./sections.ts";
import { sipListRoute } from "./sipListRoute.ts";

/**
 * The addresses of the app: the first list, and what more is given. A route's code, texts and
 * data start at the same moment.
 */
export function routesOf(client: QueryClient, more: Routes = {}): RouteObject[] {
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
          id: "pages",
          errorElement: <RouteError />,
          children: [sipListRoute(client, more), ...(more.pages ?? []), elsewhere],
        },
      ],
    },
    {
      id: "withoutFrame",
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
      children: more.withoutFrame ?? [],
    },
  ];
}

/** Why the routes of a section could not be loaded; undefined when they could. */
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
 * Adds the routes of a section once one of its addresses is asked for: the list that most people
 * open first does not wait for the addresses of forty other screens. Where they can't be loaded,
 * the frame stays and the next address tries again.
 */
export function discoverRoutes(client: QueryClient): PatchRoutesOnNavigationFunction {
  const known = new Set<string>();
  return async ({ path, patch, signal }) => {
    const name = path.split("/")[1] ?? "";
    failure = undefined;
    if (known.has(name) || !Object.hasOwn(SECTIONS, name)) return;
    try {
      const routes = (await SECTIONS[name]?.())?.(client) ?? {};
      // A navigation that was given up patches nothing.
      if (known.has(name) || signal.aborted) return;
      known.add(name);
      for (const place of PLACES) patch(place, routes[place] ?? []);
    } catch (error) {
      failure = error;
    }
  };
}

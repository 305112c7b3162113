import type { QueryClient } from "@tanstack/react-query";
import type { PatchRoutesOnNavigationFunction, RouteObject } from "react-router";
import { paths, withoutBase } from "#paths";
import { Layout } from "./Layout.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { RouteError } from "./pages/RouteError.tsx";
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
      children: [
        {
          id: "pages",
          errorElement: <RouteError />,
          // The frame stands while the first page is on its way.
          hydrateFallbackElement: <></>,
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
  loader: () => {
    if (failure !== undefined) throw failure;
    return null;
  },
};

const sectionOf = (path: string) => path.split("/")[1] ?? "";

/**
 * The routes with which the app starts at an address, and the way to the others. A section's
 * are there from the start, so that its frame can stand at once; the first list needs none.
 */
export async function startRoutes(client: QueryClient, path: string) {
  const name = sectionOf(path);
  const load = path !== paths.sip() && Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
  // Where they can't be loaded, the router tries again and says so.
  const more = (await load?.().catch(() => undefined))?.(client);
  const known = new Set(more === undefined ? [] : [name]);
  return {
    routes: routesOf(client, more),
    patchRoutesOnNavigation: discoverRoutes(client, known),
  };
}

/**
 * Adds the routes of a section once one of its addresses is asked for: the list that most people
 * open first does not wait for the addresses of forty other screens. Where they can't be loaded,
 * the frame stays and the next address tries again.
 */
export function discoverRoutes(
  client: QueryClient,
  known = new Set<string>(),
): PatchRoutesOnNavigationFunction {
  return async ({ path, patch, signal }) => {
    const name = sectionOf(withoutBase(path));
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

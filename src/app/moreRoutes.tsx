import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { paths } from "#paths";
import { externalRoutes } from "./externalRoutes.ts";
import { overviewRoute } from "./overviewRoute.ts";
import { NotFound } from "./pages/NotFound.tsx";
import type { Section } from "./pages/NotHereYetPage.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import type { MoreRoutes } from "./routes.tsx";
import { sipAccountRoute, sipNewRoute } from "./sipRoutes.ts";
import { smartRoutes } from "./smartRoutes.ts";
import { statusRoutes, wallRoute } from "./statusRoutes.ts";
import { voicemailRoutes } from "./voicemailRoutes.ts";

const handle = (value: RouteHandle) => value;

/** A section that is planned and not built yet. */
function later(path: string, section: Section): RouteObject {
  return {
    path,
    handle: handle({ crumb: `nav.${section}` }),
    lazy: async () => {
      const { NotHereYetPage } = await import("./pages/NotHereYetPage.tsx");
      return { element: <NotHereYetPage section={section} /> };
    },
  };
}

/** All addresses but those of the first screens: a chunk of its own, loaded when one is asked for. */
export function moreRoutes(client: QueryClient): MoreRoutes {
  return {
    pages: [
      overviewRoute(client),
      ...statusRoutes(client),
      externalRoutes(client),
      smartRoutes(client),
      voicemailRoutes(client),
      later(paths.directions(), "directions"),
      { path: "*", element: <NotFound />, handle: handle({ crumb: "missing.title" }) },
    ],
    sip: { pages: [sipAccountRoute(client)], list: [sipNewRoute()] },
    withoutFrame: [wallRoute(client)],
  };
}

import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { paths } from "#paths";
import { externalRoutes } from "./externalRoutes.ts";
import { NotFound } from "./pages/NotFound.tsx";
import type { Section } from "./pages/NotHereYetPage.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import type { MoreRoutes } from "./routes.tsx";
import { sipAccountRoute } from "./sipAccountRoute.ts";
import { smartRoutes } from "./smartRoutes.ts";
import { statusRoutes, wallRoute } from "./statusRoutes.ts";

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
      ...statusRoutes(client),
      externalRoutes(client),
      smartRoutes(client),
      later(paths.voicemail(), "voicemail"),
      later(paths.directions(), "directions"),
      { path: "*", element: <NotFound />, handle: handle({ crumb: "missing.title" }) },
    ],
    sip: [sipAccountRoute(client)],
    withoutFrame: [wallRoute(client)],
  };
}

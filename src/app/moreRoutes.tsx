import type { QueryClient } from "@tanstack/react-query";
import { directionsRoutes } from "./directionsRoutes.ts";
import { externalRoutes } from "./externalRoutes.ts";
import { overviewRoute } from "./overviewRoute.ts";
import type { MoreRoutes } from "./routes.tsx";
import { sipAccountRoute, sipNewRoute } from "./sipRoutes.ts";
import { smartRoutes } from "./smartRoutes.ts";
import { statusRoutes, wallRoute } from "./statusRoutes.ts";
import { voicemailRoutes } from "./voicemailRoutes.ts";

/** All addresses but those of the first screens: a chunk of its own, loaded when one is asked for. */
export function moreRoutes(client: QueryClient): MoreRoutes {
  return {
    pages: [
      overviewRoute(client),
      ...statusRoutes(client),
      externalRoutes(client),
      smartRoutes(client),
      voicemailRoutes(client),
      directionsRoutes(client),
    ],
    sip: { pages: [sipAccountRoute(client)], list: [sipNewRoute()] },
    withoutFrame: [wallRoute(client)],
  };
}

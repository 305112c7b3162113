import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { paths } from "#paths";
import { commonMessages } from "#common/messages.ts";
import { Layout } from "./Layout.tsx";
import { overviewRoute } from "./overviewRoute.ts";
import { NotFound } from "./pages/NotFound.tsx";
import type { Section } from "./pages/NotHereYetPage.tsx";
import { RouteError } from "./pages/RouteError.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import { sipRoutes } from "./sipRoutes.ts";
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

/** The addresses of the app. A route's code, texts and data start at the same moment. */
export function routesOf(client: QueryClient): RouteObject[] {
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
          errorElement: <RouteError />,
          children: [
            overviewRoute(client),
            ...sipRoutes(client),
            ...statusRoutes(client),
            later(paths.externalNumbers(), "external"),
            later(paths.smartNumbers(), "smart"),
            later(paths.voicemail(), "voicemail"),
            later(paths.directions(), "directions"),
            { path: "*", element: <NotFound />, handle: handle({ crumb: "missing.title" }) },
          ],
        },
      ],
    },
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
      children: [wallRoute(client)],
    },
  ];
}

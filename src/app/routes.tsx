import type { QueryClient } from "@tanstack/react-query";
import { type RouteObject, redirect } from "react-router";
import { paths } from "#paths";
import { commonMessages } from "#common/messages.ts";
import { Layout } from "./Layout.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { NotHereYet } from "./pages/NotHereYet.tsx";
import { RouteError } from "./pages/RouteError.tsx";
import type { RouteHandle } from "./routeHandle.ts";
import { sipRoutes } from "./sipRoutes.ts";

const handle = (value: RouteHandle) => value;

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
            { index: true, loader: () => redirect(paths.sip()) },
            ...sipRoutes(client),
            {
              path: paths.status(),
              handle: handle({ crumb: "nav.status" }),
              element: <NotHereYet section="status" />,
            },
            {
              path: paths.externalNumbers(),
              handle: handle({ crumb: "nav.external" }),
              element: <NotHereYet section="external" />,
            },
            {
              path: paths.smartNumbers(),
              handle: handle({ crumb: "nav.smart" }),
              element: <NotHereYet section="smart" />,
            },
            {
              path: paths.voicemail(),
              handle: handle({ crumb: "nav.voicemail" }),
              element: <NotHereYet section="voicemail" />,
            },
            {
              path: paths.directions(),
              handle: handle({ crumb: "nav.directions" }),
              element: <NotHereYet section="directions" />,
            },
            { path: "*", element: <NotFound />, handle: handle({ crumb: "missing.title" }) },
          ],
        },
      ],
    },
  ];
}

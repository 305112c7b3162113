import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { allowedDirectionsQuery, directionsQuery } from "#common/directions/queries.ts";
import { phoneInputMessages } from "#common/phoneInput/messages.ts";
import { riskMessages } from "#common/risk/messages.ts";
import { importMessages } from "#features/directions/csv/messages.ts";
import { directionsMessages } from "#features/directions/messages.ts";
import { testNumberMessages } from "#features/directions/testNumber/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";

const handle = (value: RouteHandle) => value;

/** Countries that calls may go to: the list, and over it the review of changes and the tools. */
export function directionsRoutes(client: QueryClient): Routes {
  const page: RouteObject = {
    path: "/directions",
    handle: handle({ crumb: "nav.directions", searchable: "directions" }),
    loader: async () => {
      void client.prefetchQuery(directionsQuery());
      void client.prefetchQuery(allowedDirectionsQuery());
      await Promise.all([riskMessages.load(), directionsMessages.load()]);
      return null;
    },
    shouldRevalidate: () => false,
    lazy: async () => {
      const { DirectionsPage } = await import("#features/directions/list/DirectionsPage.tsx");
      return { Component: DirectionsPage };
    },
    children: [
      { index: true, element: null },
      {
        path: "review",
        handle: handle({ crumb: "crumb.review" }),
        lazy: async () => {
          const { ReviewPanel } = await import("#features/directions/review/ReviewPanel.tsx");
          return { Component: ReviewPanel };
        },
      },
      {
        path: "test",
        handle: handle({ crumb: "crumb.testNumber" }),
        loader: async () => {
          await Promise.all([testNumberMessages.load(), phoneInputMessages.load()]);
          return null;
        },
        // The number in the address changes as one types.
        shouldRevalidate: () => false,
        lazy: async () => {
          const { TestNumberPanel } =
            await import("#features/directions/testNumber/TestNumberPanel.tsx");
          return { Component: TestNumberPanel };
        },
      },
      {
        path: "import",
        handle: handle({ crumb: "crumb.import" }),
        loader: async () => {
          await importMessages.load();
          return null;
        },
        lazy: async () => {
          const { ImportPanel } = await import("#features/directions/csv/ImportPanel.tsx");
          return { Component: ImportPanel };
        },
      },
    ],
  };
  return { pages: [page] };
}

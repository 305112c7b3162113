import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { accountsQuery, statusesQuery } from "#common/sip/queries.ts";
import { overviewMessages } from "#features/overview/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";

/** What the office looks like now, at `/`. */
export function overviewRoute(client: QueryClient): RouteObject {
  return {
    path: "/",
    handle: { crumb: "nav.home" } satisfies RouteHandle,
    loader: async () => {
      void client.prefetchQuery(accountsQuery());
      void client.prefetchQuery(statusesQuery());
      // Beside the page's code: the first list carries none of it.
      void import("#features/overview/start.ts").then(({ startOverview }) => startOverview(client));
      await overviewMessages.load();
      return null;
    },
    shouldRevalidate: () => false,
    lazy: async () => {
      const { OverviewPage } = await import("#features/overview/OverviewPage.tsx");
      return { Component: OverviewPage };
    },
  };
}

import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { accountsQuery, statusesQuery } from "#common/sip/queries.ts";
import { overviewMessages } from "#features/overview/messages.ts";
import { startOverview } from "#features/overview/start.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";

/** What the office looks like now, at `/`. */
export function overviewRoutes(client: QueryClient): Routes {
  const page: RouteObject = {
    path: "/",
    handle: { crumb: "nav.home" } satisfies RouteHandle,
    loader: async () => {
      void client.prefetchQuery(accountsQuery());
      void client.prefetchQuery(statusesQuery());
      startOverview(client);
      await overviewMessages.load();
      return null;
    },
    shouldRevalidate: () => false,
    lazy: async () => {
      const { OverviewPage } = await import("#features/overview/OverviewPage.tsx");
      return { Component: OverviewPage };
    },
  };
  return { pages: [page] };
}

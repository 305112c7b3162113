import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { parseId } from "#paths";
import { commonMessages } from "#common/messages.ts";
import { accountQuery, accountsQuery, statusesQuery } from "#common/sip/queries.ts";
import { verdictMessages } from "#common/sip/verdict/messages.ts";
import { statusMessages } from "#features/status/messages.ts";
import { watchMessages } from "#features/status/watch/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";
import { startWatching } from "./watching.ts";

const handle = (value: RouteHandle) => value;

/** Starts the data, and waits for nothing but the texts. */
function loaderOf(client: QueryClient) {
  return async () => {
    void client.prefetchQuery(accountsQuery());
    void client.prefetchQuery(statusesQuery());
    startWatching(client);
    const namespaces = [commonMessages, statusMessages, verdictMessages, watchMessages];
    await Promise.all(namespaces.map((namespace) => namespace.load()));
    return null;
  };
}

/** The status board, in the frame. */
function boardRoute(client: QueryClient): RouteObject {
  return {
    path: "/status",
    handle: handle({ crumb: "nav.status", searchable: "sip" }),
    loader: loaderOf(client),
    shouldRevalidate: () => false,
    lazy: async () => {
      const { StatusPage } = await import("#features/status/board/StatusPage.tsx");
      return { Component: StatusPage };
    },
    children: [
      { index: true, element: null },
      {
        path: "changes",
        handle: handle({ crumb: "crumb.changes" }),
        lazy: async () => {
          const { ChangesPanel } = await import("#features/status/panels/ChangesPanel.tsx");
          return { Component: ChangesPanel };
        },
      },
      {
        path: "alerts",
        handle: handle({ crumb: "crumb.alerts" }),
        lazy: async () => {
          const { AlertsPanel } = await import("#features/status/panels/AlertsPanel.tsx");
          return { Component: AlertsPanel };
        },
      },
      {
        path: ":id",
        handle: handle({ crumb: "crumb.account" }),
        loader: ({ params }) => {
          const id = parseId(params.id);
          if (id !== undefined) void client.prefetchQuery(accountQuery(id));
          return null;
        },
        lazy: async () => {
          const { DetailsPanel } = await import("#features/status/details/DetailsPanel.tsx");
          return { Component: DetailsPanel };
        },
      },
    ],
  };
}

/** The board for a screen on the wall: without the frame. */
function wallRoute(client: QueryClient): RouteObject {
  return {
    path: "/status/wall",
    loader: loaderOf(client),
    shouldRevalidate: () => false,
    lazy: async () => {
      const { WallRoutePage } = await import("./pages/WallRoutePage.tsx");
      return { Component: WallRoutePage };
    },
  };
}

/** Who is not registered now. */
export function statusRoutes(client: QueryClient): Routes {
  return { pages: [boardRoute(client)], withoutFrame: [wallRoute(client)] };
}

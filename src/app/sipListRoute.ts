import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { accountsQuery, statusesQuery } from "#common/sip/queries.ts";
import { sipMessages } from "#features/sip/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";

const handle = (value: RouteHandle) => value;

/**
 * The accounts. A loader starts its page's data and waits for nothing but the texts: the page
 * itself shows what is loading and what failed.
 */
export function sipListRoute(client: QueryClient, more: Routes): RouteObject {
  return {
    id: "sip",
    path: "/sip",
    handle: handle({ crumb: "nav.sip" }),
    children: [
      {
        id: "sipList",
        // No path of its own: the list, with the form for a new account over it.
        handle: handle({ searchable: "sip" }),
        loader: async () => {
          void client.prefetchQuery(accountsQuery());
          void client.prefetchQuery(statusesQuery());
          await sipMessages.load();
          return null;
        },
        shouldRevalidate: () => false,
        lazy: async () => {
          const { SipListPage } = await import("#features/sip/list/SipListPage.tsx");
          return { Component: SipListPage };
        },
        children: [{ index: true, element: null }, ...(more.sipList ?? [])],
      },
      ...(more.sip ?? []),
    ],
  };
}

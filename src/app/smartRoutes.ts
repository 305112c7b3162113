import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { phoneInputMessages } from "#common/phoneInput/messages.ts";
import { riskMessages } from "#common/risk/messages.ts";
import { smartMessages } from "#features/smart-numbers/messages.ts";
import { startSmartNumbers } from "#features/smart-numbers/start.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";

const handle = (value: RouteHandle) => value;

/** The smart numbers of a user, with the form for a new one over them. */
export function smartRoutes(client: QueryClient): Routes {
  const page: RouteObject = {
    path: "/smart-numbers",
    handle: handle({ crumb: "nav.smart", searchable: "smart" }),
    loader: async ({ request }) => {
      const started = startSmartNumbers(client, new URL(request.url));
      await smartMessages.load();
      return started;
    },
    // An address without a user is completed; all else the page sees to itself.
    shouldRevalidate: ({ nextUrl }) => !nextUrl.searchParams.has("user"),
    lazy: async () => {
      const { SmartPage } = await import("#features/smart-numbers/list/SmartPage.tsx");
      return { Component: SmartPage };
    },
    children: [
      { index: true, element: null },
      {
        path: "new",
        handle: handle({ crumb: "crumb.newSmart" }),
        loader: async () => {
          await Promise.all([phoneInputMessages.load(), riskMessages.load()]);
          return null;
        },
        lazy: async () => {
          const { AddSmartPanel } = await import("#features/smart-numbers/form/AddSmartPanel.tsx");
          return { Component: AddSmartPanel };
        },
      },
    ],
  };
  return { pages: [page] };
}

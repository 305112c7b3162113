import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { voicemailQuery } from "#common/voicemail/queries.ts";
import { voicemailMessages } from "#features/voicemail/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";
import type { Routes } from "./sections.ts";

/** Where voicemail recordings are sent. */
export function voicemailRoutes(client: QueryClient): Routes {
  const page: RouteObject = {
    path: "/voicemail",
    handle: { crumb: "nav.voicemail" } satisfies RouteHandle,
    loader: async () => {
      void client.prefetchQuery(voicemailQuery());
      await voicemailMessages.load();
      return null;
    },
    shouldRevalidate: () => false,
    lazy: async () => {
      const { VoicemailPage } = await import("#features/voicemail/VoicemailPage.tsx");
      return { Component: VoicemailPage };
    },
  };
  return { pages: [page] };
}

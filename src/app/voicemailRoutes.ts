import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { voicemailMessages } from "#features/voicemail/messages.ts";
import type { RouteHandle } from "./routeHandle.ts";

/** Where voicemail recordings are sent. */
export function voicemailRoutes(client: QueryClient): RouteObject {
  return {
    path: "/voicemail",
    handle: { crumb: "nav.voicemail" } satisfies RouteHandle,
    loader: async () => {
      void import("#common/voicemail/queries.ts").then(({ voicemailQuery }) =>
        client.prefetchQuery(voicemailQuery()),
      );
      await voicemailMessages.load();
      return null;
    },
    shouldRevalidate: () => false,
    lazy: async () => {
      const { VoicemailPage } = await import("#features/voicemail/VoicemailPage.tsx");
      return { Component: VoicemailPage };
    },
  };
}

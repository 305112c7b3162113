import type { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";

/** Ids of the routes below which others may be added. */
export const PLACES = ["pages", "sip", "sipList", "withoutFrame"] as const;

/** Routes by the place where they go. */
export type Routes = Partial<Record<(typeof PLACES)[number], RouteObject[]>>;

/** The routes of a section of the app, by the first part of its addresses: each a small chunk. */
export const SECTIONS: Readonly<Record<string, () => Promise<(client: QueryClient) => Routes>>> = {
  "": async () => (await import("./overviewRoutes.ts")).overviewRoutes,
  sip: async () => (await import("./sipRoutes.ts")).sipRoutes,
  status: async () => (await import("./statusRoutes.ts")).statusRoutes,
  "external-numbers": async () => (await import("./externalRoutes.ts")).externalRoutes,
  "smart-numbers": async () => (await import("./smartRoutes.ts")).smartRoutes,
  voicemail: async () => (await import("./voicemailRoutes.ts")).voicemailRoutes,
  directions: async () => (await import("./directionsRoutes.ts")).directionsRoutes,
};

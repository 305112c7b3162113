import type { QueryClient } from "@tanstack/react-query";
import { routesOf } from "../routes.tsx";
import { type Routes, SECTIONS } from "../sections.ts";

/** The whole tree of routes, as it is once every section was visited. */
export async function everyRoute(client: QueryClient) {
  const makers = await Promise.all(Object.values(SECTIONS).map((load) => load()));
  const all = makers.map((make) => make(client));
  const of = (place: keyof Routes) => all.flatMap((routes) => routes[place] ?? []);
  return routesOf(client, {
    pages: of("pages"),
    sip: of("sip"),
    sipList: of("sipList"),
    withoutFrame: of("withoutFrame"),
  });
}

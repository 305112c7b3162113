import { QueryClient } from "@tanstack/react-query";
import type { RouteObject } from "react-router";
import { createLaterRoutes } from "../laterRoutes.tsx";
import { createRoutes } from "../routes.tsx";

/** The whole map of the app, as it is once all routes have been discovered. */
export function createAllRoutes(client = new QueryClient()): RouteObject[] {
  const routes = createRoutes(client);
  for (const { parent, routes: more } of createLaterRoutes(client)) {
    const children = findChildren(routes, parent);
    if (children === undefined) throw new Error(`There is no route ${parent}.`);
    children.push(...more);
  }
  return routes;
}

function findChildren(routes: readonly RouteObject[], id: string): RouteObject[] | undefined {
  for (const route of routes) {
    if (route.id === id) return route.children;
    const found = findChildren(route.children ?? [], id);
    if (found !== undefined) return found;
  }
  return undefined;
}

import type { Route } from "@playwright/test";
import type { FaultCase } from "./cell.ts";

/** Takes the network away; gives what brings it back. */
export async function loseNetwork({ stage }: FaultCase): Promise<() => Promise<void>> {
  const context = stage.page.context();
  await context.setOffline(true);
  return () => context.setOffline(false);
}

const redirect = (route: Route) =>
  route.fulfill({ status: 302, headers: { Location: "/oauth2/sign_in?rd=%2F" } });

/** Sends every request to the page of a login, as what stands in front of Pult does. */
export async function endLogin({ stage: { page } }: FaultCase): Promise<() => Promise<void>> {
  await page.route("/api/**", redirect);
  return () => page.unroute("/api/**", redirect);
}

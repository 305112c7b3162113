import type { Route } from "@playwright/test";
import type { FaultCase } from "./faultCase.ts";

/** Takes the browser offline; returns a function that undoes this. */
export async function goOffline({ context }: FaultCase): Promise<() => Promise<void>> {
  const browserContext = context.page.context();
  await browserContext.setOffline(true);
  return () => browserContext.setOffline(false);
}

const redirect = (route: Route) =>
  route.fulfill({ status: 302, headers: { Location: "/oauth2/sign_in?rd=%2F" } });

/** Redirects API requests to a login page, as a reverse proxy does for signed-out users. */
export async function expireLogin({ context: { page } }: FaultCase): Promise<() => Promise<void>> {
  await page.route("/api/**", redirect);
  return () => page.unroute("/api/**", redirect);
}

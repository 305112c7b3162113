import type { SessionLogin } from "#api/login.ts";
import type { ScreenContext } from "./routeScreens.ts";

const headers = { "X-Request-Id": "a1b2c3d4" };

export const ANNA = { name: "anna", fullName: "Анна", role: "admin", hasTotp: true } as const;

/** Lets the server say so of its sign-in: that of the browser tests has none. */
export async function answerSession({ page }: ScreenContext, login: Partial<SessionLogin>) {
  const session = { mode: "sandbox", login: { kind: "local", user: null, ...login } };
  await page.unroute("**/api/session");
  await page.route("**/api/session", (route) => route.fulfill({ headers, json: session }));
}

/** Answers an operation of the sign-in. */
export async function answer({ page }: ScreenContext, path: string, json: object, status = 200) {
  await page.unroute(`**/api/pult/${path}`);
  await page.route(`**/api/pult/${path}`, (route) => route.fulfill({ status, headers, json }));
}

/** Forgets what these answers were. */
export async function answerNothing({ page }: ScreenContext) {
  await page.unroute("**/api/session");
  await page.unroute("**/api/pult/**");
}

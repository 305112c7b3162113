import type { APIRequestContext, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { SANDBOX_PASSWORD as PASSWORD } from "#server/login/sandboxNames.ts";
import { expect, test as base } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { startBuiltServer, waitForUrl } from "./lib/builtServer.ts";
import { readStorage } from "./lib/readStorage.ts";

const NEW_PASSWORD = "kettle orbit lantern moss";

/** Each worker has a server of its own at which people sign in. */
const withLogin = {
  loginServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
    async ({}: object, use: (url: string) => Promise<void>) => {
      const env = { LOGIN: "local", PULT_HOST: "127.0.0.1", PLUSOFON_TOKEN: "" };
      const server = startBuiltServer(env);
      await use(await waitForUrl(server));
      server.process.kill();
      await server.ended;
    },
    { scope: "worker" as const },
  ] as const,
};
interface WorkerFixtures {
  loginServer: string;
}
const baseURL = async ({ loginServer }: WorkerFixtures, use: (url: string) => Promise<void>) =>
  use(loginServer);

/** The sandbox's switches are an administrator's. */
const signedInRequest = async (
  { request: client }: { request: APIRequestContext },
  use: (client: APIRequestContext) => Promise<void>,
) => {
  await signInAs(client, "boris");
  await use(client);
};

const test = base.extend<object, WorkerFixtures>({
  loginServer: [...withLogin.loginServer],
  baseURL,
  request: signedInRequest,
});
const byKeyboard = keyboardTest.extend<object, WorkerFixtures>({
  loginServer: [...withLogin.loginServer],
  baseURL,
  request: signedInRequest,
});

for (const one of [test, byKeyboard])
  one.beforeEach(async ({ monitor, context }) => {
    // A call without a session is answered by 401, which the console tells.
    monitor.expectFailedRequests();
    // Contexts are used again, with the session of the test before.
    await context.clearCookies();
  });

const ownPanel = (page: Page) => page.getByRole("dialog", { name: "Your profile" });
const ended = (page: Page) => page.getByRole("dialog", { name: "Your session has ended" });

async function signIn(page: Page, name: string, to = "/sip", password = PASSWORD) {
  await page.goto(to);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`${to.replaceAll("/", "\\/")}$`));
}

/** Signs a client of the API in. */
async function signInAs(client: APIRequestContext, name: string) {
  const data = { name, password: PASSWORD };
  const response = await client.post("/api/pult/sign-in", { headers: OWN_HEADER, data });
  expect(response.ok()).toBe(true);
}

/** Another administrator ends all sessions of somebody. */
async function endSessions(request: APIRequestContext, name: string) {
  const call = async (method: string, path: string, data?: object) => {
    const options = { method, headers: OWN_HEADER, ...(data && { data }) };
    const response = await request.fetch(`/api/pult${path}`, options);
    expect(response.ok()).toBe(true);
    return (await response.json()) as { items: { id: string; name: string }[] };
  };
  const { items } = await call("GET", "/users");
  const user = items.find((one) => one.name === name)?.id ?? "";
  for (const { id } of (await call("GET", `/users/${user}/sessions`)).items)
    await call("DELETE", `/users/${user}/sessions/${id}`);
}

byKeyboard(
  "a person signs in, and goes on to the page that they opened",
  async ({ page, scan }) => {
    await page.goto("/sip?q=2");
    await expect(page.getByLabel("Name")).toBeFocused();
    await scan();
    await page.keyboard.type("anna");
    await page.keyboard.press("Tab");
    await page.keyboard.type("not-the-password");
    await page.keyboard.press("Enter");
    await expect(page.getByText("The name or the password is wrong.")).toBeVisible();
    await scan();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-row]").first()).toBeVisible();
    await expect(page).toHaveURL(/\/sip\?q=2$/);
    await expect(page.getByRole("button", { name: "anna" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  },
);

test("a session that ends in the middle of a form keeps it, and nothing is sent by itself", async ({
  page,
  request,
  office,
  scan,
}) => {
  await signIn(page, "anna", "/sip/25/edit");
  const name = page.getByRole("dialog").getByLabel("Name");
  await name.fill("Front desk");
  // As the change leaves: before it, a poll may meet the end of the session first.
  let isEnded = false;
  await page.route("**/api/v1/sip/25", async (route) => {
    if (route.request().method() === "PATCH" && !isEnded) {
      isEnded = true;
      await endSessions(request, "anna");
    }
    await route.continue();
  });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(ended(page).getByLabel("Name")).toHaveValue("anna");
  await scan();
  await ended(page).getByLabel("Password", { exact: true }).fill(PASSWORD);
  await ended(page).getByRole("button", { name: "Sign in" }).click();
  await expect(ended(page)).toBeHidden();
  await expect(name).toHaveValue("Front desk");
  expect(await office.requests("PATCH /sip/{id}")).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Front desk" })).toBeVisible();
});

test("support sees what it may not do, and why", async ({ page, scan }) => {
  await signIn(page, "vera", "/sip/25");
  const show = page.getByRole("button", { name: "Show the password" });
  for (const control of [show, page.getByRole("link", { name: "Edit", exact: true })]) {
    await expect(control).toHaveAttribute("aria-disabled", "true");
    await expect(control).toHaveAttribute("title", "Only an administrator can do this.");
  }
  await show.press("Enter");
  await expect(page.getByText("Only an administrator can do this.")).toBeVisible();
  await scan();
  await page.goto("/sip/new");
  await expect(page.getByRole("dialog", { name: "Not for your role" })).toBeVisible();
  await scan();
  await page.goto("/users");
  await expect(page.getByText(/Only administrators manage people/)).toBeVisible();
});

test("signing out leaves nothing in the browser", async ({ page, context, scan }) => {
  await signIn(page, "vera", "/status");
  await expect(page.locator("[data-row]").first()).toBeVisible();
  await page.getByRole("button", { name: "vera" }).click();
  await expect(ownPanel(page).getByText("this browser", { exact: true })).toBeVisible();
  await scan();
  await ownPanel(page).getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("Name")).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => key !== "pult.forgotten"),
    databases: await indexedDB.databases(),
    caches: "caches" in window ? await caches.keys() : [],
  }));
  expect(stored).toEqual({ local: [], databases: [], caches: [] });
  expect(JSON.stringify(await readStorage(page))).not.toContain("vera");
  await page.goBack();
  await page.goto("/sip");
  await expect(page.getByLabel("Name")).toBeVisible();
});

test("an invited person sets a password by the link, and a second factor", async ({
  page,
  context,
  scan,
}) => {
  await signIn(page, "anna", "/users");
  await page.getByRole("link", { name: "Invite" }).click();
  const form = page.getByRole("dialog", { name: "Invite a person" });
  await form.getByLabel("Name to sign in with").fill("pavel");
  await scan();
  await form.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("dialog").locator("code").innerText();
  await scan();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("link", { name: "pavel" }).click();
  await expect(page.getByRole("dialog").getByText("No sessions")).toBeVisible();
  await scan();
  await context.clearCookies();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("New password").fill("password12345");
  expect(page.url()).not.toContain("#");
  await scan();
  const set = page.getByRole("button", { name: "Set the password and sign in" });
  await set.click();
  await expect(page.getByText(/too easy to guess/)).toBeVisible();
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await set.click();
  await page.getByRole("button", { name: "pavel" }).click();
  await ownPanel(page).getByRole("button", { name: "Turn on" }).click();
  await ownPanel(page).getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await ownPanel(page).getByRole("button", { name: "Next" }).click();
  const key = (await ownPanel(page).locator("code").innerText()).replaceAll(" ", "");
  const code = () => new TOTP({ secret: Secret.fromBase32(key) }).generate();
  await scan();
  await ownPanel(page)
    .getByLabel(/^Code from/)
    .fill(code());
  await ownPanel(page).getByRole("button", { name: "Turn the second factor on" }).click();
  await expect(ownPanel(page).getByRole("button", { name: "Turn off" })).toBeVisible();
  await ownPanel(page).getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Name").fill("pavel");
  await page.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel(/^Code from/).fill(code());
  await scan();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "pavel" })).toBeVisible();
});

test("a screen on the wall asks only for accounts and statuses", async ({ page, context }) => {
  await signIn(page, "anna", "/users");
  await page.getByRole("link", { name: "lobby" }).click();
  await page.getByRole("button", { name: "New link" }).click();
  const link = await page.getByRole("dialog").locator("code").innerText();
  await context.clearCookies();
  await page.goto("about:blank");
  const asked = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/")) asked.add(`${request.method()} ${pathname}`);
  });
  await page.goto(link);
  await page.getByRole("button", { name: "Show the wall" }).click();
  await expect(page).toHaveURL(/\/status\/wall/);
  await expect(page.getByText("Ресепшен")).toBeVisible();
  await page.goto("/directions");
  await expect(page.getByText(/signed in as a wall screen/)).toBeVisible();
  expect([...asked].sort((a, b) => a.localeCompare(b))).toEqual([
    "GET /api/pult/watch",
    "GET /api/session",
    "GET /api/v1/sip",
    "GET /api/v1/sip/statuses",
    "POST /api/pult/sign-in/link",
    "POST /api/pult/sign-in/link/redeem",
  ]);
});

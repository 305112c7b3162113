import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { addressOf, startBuilt } from "./lib/builtServer.ts";
import { tellViolations, watch } from "./lib/watch.ts";

/** Chromium takes every name under it for this machine. */
const NAME = "pult.localhost";

/**
 * Pult behind a web server as nginx is when nobody tells it more: the path `/pult` is taken away,
 * and `Host` names Pult's own address. `settings` are made for the host that the browser shows.
 * Who is signed out is led to a login, whose page leads back.
 */
async function behindFront(settings: (host: string) => Record<string, string>) {
  let upstream = "";
  let isSignedIn = true;
  const front = createServer((request, response) => {
    const { method, url = "", headers } = request;
    const [step, back = "/"] = url.split("?from=");
    if (step === "/enter") isSignedIn = true;
    if (step === "/enter") return void response.writeHead(302, { location: back }).end();
    if (step === "/login") {
      response.setHeader("content-type", "text/html");
      return void response.end(`<a href="/enter?from=${back}">Enter`);
    }
    if (!isSignedIn) return void response.writeHead(302, { location: `/login?from=${url}` }).end();
    const path = /^\/pult(\/.*|$)/.exec(url)?.[1];
    if (path === undefined) return void response.writeHead(404).end();
    const host = new URL(upstream).host;
    const passed = ask(new URL(path || "/", upstream), { method, headers: { ...headers, host } });
    passed.on("response", (answer) => {
      answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  await once(front.listen(0, "127.0.0.1"), "listening");
  const host = `${NAME}:${(front.address() as AddressInfo).port}`;
  const server = startBuilt({ BASE_PATH: "/pult", ...settings(host) });
  upstream = await addressOf(server);
  const close = async () => {
    front.close();
    front.closeAllConnections();
    server.process.kill("SIGTERM");
    await server.ended;
  };
  const signOut = () => {
    isSignedIn = false;
  };
  return { host, url: `http://${host}/pult`, direct: upstream, signOut, close };
}

test("Pult works under a path, behind a front that takes the path away and puts its own Host", async ({
  page,
  context,
}) => {
  const front = await behindFront((host) => ({ ALLOWED_HOSTS: host }));
  await tellViolations(context);
  const { trouble } = watch(context, new URL(front.url).origin);
  await page.goto(`${front.url}/sip`);
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await page.getByRole("link", { name: "Destinations" }).click();
  await expect(page).toHaveURL(`${front.url}/directions`);
  await page.reload();
  await page.getByRole("searchbox").fill("+43");
  await page.getByRole("button", { name: "Open: Austria, +43" }).click();
  await expect(page.getByText("Opened: Austria.")).toBeVisible();
  await page.getByRole("link", { name: "Pult", exact: true }).first().click();
  await expect(page).toHaveURL(front.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const icon = await page.locator('link[rel="icon"]').getAttribute("href");
  expect(icon).toMatch(/^(\/pult\/favicon\.svg|data:)/);
  expect(trouble).toEqual([]);
  await test.step("and past the front, at its own address", async () => {
    const { origin } = new URL(front.direct);
    await page.goto(`${origin}/status`);
    await expect(page).toHaveURL(`${origin}/pult/status`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
  await front.close();
});

test("an address that no setting names is told as that, with the line to add", async ({ page }) => {
  const front = await behindFront(() => ({}));
  await page.goto(`${front.url}/directions?q=%2B43`);
  await page.getByRole("button", { name: "Open: Austria, +43" }).click();
  const words = page.getByText(`ALLOWED_HOSTS=${front.host}`);
  await expect(words.first()).toBeVisible();
  await front.close();
});

test("a path that no setting names is told as that, with the line to add", async ({ page }) => {
  const front = await behindFront(() => ({ BASE_PATH: "" }));
  for (const address of ["", "/", "/sip/25?q=1", "/status/wall"]) {
    await page.goto(`${front.url}${address}`);
    const words = page.getByRole("alert");
    await expect(words).toContainText("добавьте строку BASE_PATH=/pult в файл .env");
    await expect(words).toContainText("add the line BASE_PATH=/pult to the .env file");
  }
  await front.close();
});

test("a page whose code is still to come when the login ends leads to signing in, and opens then", async ({
  page,
}) => {
  const front = await behindFront((host) => ({ ALLOWED_HOSTS: host }));
  await page.goto(`${front.url}/sip`);
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  front.signOut();
  await page.getByRole("link", { name: "Voicemail" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Your sign-in has ended");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Enter" }).click();
  await expect(page).toHaveURL(`${front.url}/voicemail`);
  await expect(title).toHaveText("Voicemail");

  await test.step("in another tab, too", async () => {
    front.signOut();
    await page.getByRole("link", { name: "Destinations" }).click();
    await expect(title).toHaveText("Your sign-in has ended");
    const other = await page.context().newPage();
    await other.goto(front.url);
    await other.getByRole("link", { name: "Enter" }).click();
    await expect(other).toHaveURL(front.url);
    await other.close();
    await expect(title).toHaveText("Destinations");
  });
  await front.close();
});

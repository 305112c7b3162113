import { once } from "node:events";
import { createServer, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { waitForUrl, startBuiltServer } from "./lib/builtServer.ts";
import { logPolicyViolations, monitorPages } from "./lib/pageMonitor.ts";

/** Chromium resolves all names under `localhost` to this machine. */
const HOST_NAME = "pult.localhost";

/**
 * Starts Pult behind a reverse proxy with nginx's defaults: it strips the path `/pult` and sets
 * `Host` to the upstream address. `settings` are Pult's settings for the host name in the browser.
 * Signed-out users are redirected to a login page, which leads back.
 */
async function startBehindReverseProxy(settings: (host: string) => Record<string, string>) {
  let upstream = "";
  let isSignedIn = true;
  const proxy = createServer((request, response) => {
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
    const forwarded = sendRequest(new URL(path || "/", upstream), {
      method,
      headers: { ...headers, host },
    });
    forwarded.on("response", (upstreamResponse) => {
      upstreamResponse.pipe(
        response.writeHead(upstreamResponse.statusCode ?? 502, upstreamResponse.headers),
      );
    });
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const host = `${HOST_NAME}:${(proxy.address() as AddressInfo).port}`;
  const server = startBuiltServer({ BASE_PATH: "/pult", ...settings(host) });
  upstream = await waitForUrl(server);
  const close = async () => {
    proxy.close();
    proxy.closeAllConnections();
    server.process.kill("SIGTERM");
    await server.ended;
  };
  const signOut = () => {
    isSignedIn = false;
  };
  return { host, url: `http://${host}/pult`, direct: upstream, signOut, close };
}

test("Pult works under a path, behind a reverse proxy that strips the path and changes Host", async ({
  page,
  context,
}) => {
  const proxy = await startBehindReverseProxy((host) => ({ ALLOWED_HOSTS: host }));
  await logPolicyViolations(context);
  const { problems } = monitorPages(context, new URL(proxy.url).origin);
  await page.goto(`${proxy.url}/sip`);
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await page.getByRole("link", { name: "Destinations" }).click();
  await expect(page).toHaveURL(`${proxy.url}/directions`);
  await page.reload();
  await page.getByRole("searchbox").fill("+43");
  await page.getByRole("button", { name: "Open: Austria, +43" }).click();
  await expect(page.getByText("Opened: Austria.")).toBeVisible();
  await page.getByRole("link", { name: "Pult", exact: true }).first().click();
  await expect(page).toHaveURL(proxy.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const icon = await page.locator('link[rel="icon"]').getAttribute("href");
  expect(icon).toMatch(/^(\/pult\/favicon\.svg|data:)/);
  expect(problems).toEqual([]);
  await test.step("without the reverse proxy, at its own address", async () => {
    const { origin } = new URL(proxy.direct);
    await page.goto(`${origin}/status`);
    await expect(page).toHaveURL(`${origin}/pult/status`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
  await proxy.close();
});

test("a host name missing in ALLOWED_HOSTS shows the line to add to the settings", async ({
  page,
}) => {
  const proxy = await startBehindReverseProxy(() => ({}));
  await page.goto(`${proxy.url}/directions?q=%2B43`);
  await page.getByRole("button", { name: "Open: Austria, +43" }).click();
  const message = page.getByText(`ALLOWED_HOSTS=${proxy.host}`);
  await expect(message.first()).toBeVisible();
  await proxy.close();
});

test("a missing BASE_PATH shows the line to add to the settings", async ({ page }) => {
  const proxy = await startBehindReverseProxy(() => ({ BASE_PATH: "" }));
  for (const address of ["", "/", "/sip/25?q=1", "/status/wall"]) {
    await page.goto(`${proxy.url}${address}`);
    const message = page.getByRole("alert");
    await expect(message).toContainText("добавьте строку BASE_PATH=/pult в файл .env");
    await expect(message).toContainText("add the line BASE_PATH=/pult to the .env file");
  }
  await proxy.close();
});

test("a page whose code can't load because the login has expired leads to the sign-in and opens after it", async ({
  page,
}) => {
  const proxy = await startBehindReverseProxy((host) => ({ ALLOWED_HOSTS: host }));
  await page.goto(`${proxy.url}/sip`);
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  proxy.signOut();
  await page.getByRole("link", { name: "Voicemail" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Your session has ended");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Enter" }).click();
  await expect(page).toHaveURL(`${proxy.url}/voicemail`);
  await expect(title).toHaveText("Voicemail");

  await test.step("in another tab, too", async () => {
    proxy.signOut();
    await page.getByRole("link", { name: "Destinations" }).click();
    await expect(title).toHaveText("Your session has ended");
    const other = await page.context().newPage();
    await other.goto(proxy.url);
    await other.getByRole("link", { name: "Enter" }).click();
    await expect(other).toHaveURL(proxy.url);
    await other.close();
    await expect(title).toHaveText("Destinations");
  });
  await proxy.close();
});

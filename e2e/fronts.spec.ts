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
 */
async function behindFront(settings: (host: string) => Record<string, string>) {
  let upstream = "";
  const front = createServer((request, response) => {
    const { method, url = "", headers } = request;
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
  return { host, url: `http://${host}/pult`, direct: upstream, close };
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

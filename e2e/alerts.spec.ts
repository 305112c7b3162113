import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { APIRequestContext } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { paths } from "#paths";
import { expect } from "./fixtures.ts";
import { expectVisibleFocus, press, tabTo } from "./lib/focus.ts";
import { watchingTest } from "./watchingFixture.ts";

const SECRET = "a-secret-of-sixteen-and-more";
/** It waits for looks of the server, and scans each step. */
const TEST_TIMEOUT_MS = 90_000;
/** «200 Ресепшен». */
const RECEPTION = 25;

interface Received {
  headers: IncomingMessage["headers"];
  body: string;
}

/** Somebody else's program, which keeps what Pult sends it. */
interface Receiver {
  url: string;
  received: Received[];
}

/** With the other side of a webhook. */
const test = watchingTest.extend<{ receiver: Receiver }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
  receiver: async ({}, use) => {
    const received: Received[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body });
        response.end("thanks");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await use({ url: `http://127.0.0.1:${port}/hook`, received });
    server.close();
  },
});

/** As `docs/alerts.md` tells the other side to check it. */
function isGenuine({ headers, body }: Received): boolean {
  const signature = String(headers["x-pult-signature"]);
  const [, t, v1] = /^t=(\d+),v1=([\da-f]{64})$/.exec(signature) ?? [];
  return v1 === createHmac("sha256", SECRET).update(`${t}.${body}`).digest("hex");
}

/** When the server looked last, in ms since 1970. */
async function lookedAt(request: APIRequestContext): Promise<number> {
  const response = await request.get("/api/pult/watch", { headers: OWN_HEADER });
  return Date.parse(((await response.json()) as { lookedAt: string }).lookedAt);
}

test("a webhook is added and tested, and told of a phone that drops, by keyboard alone", async ({
  page,
  office,
  request,
  scan,
  receiver: { url, received },
}) => {
  test.setTimeout(TEST_TIMEOUT_MS);
  await office.statuses({ [RECEPTION]: true });
  await page.goto(paths.alerts());
  await expect(page.getByRole("heading", { name: "Nobody is told anything yet" })).toBeVisible();
  await scan();

  const dialog = page.getByRole("dialog");
  await press(page, page.getByRole("link", { name: "Webhook" }));
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("Duty");
  await tabTo(page, dialog.getByLabel("Address", { exact: true }));
  await page.keyboard.type(url);
  await tabTo(page, dialog.getByLabel("Secret", { exact: true }));
  await page.keyboard.type(SECRET);
  await scan();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);

  await press(page, page.getByRole("button", { name: "Test Duty" }));
  await expect(page.getByText(/Arrived in \d+ ms.*“HTTP 200 thanks”/)).toBeVisible();
  expect(received).toHaveLength(1);

  await press(page, page.getByRole("link", { name: "A watched phone is offline" }), "Enter");
  await tabTo(page, dialog.getByRole("combobox", { name: "Add an account" }));
  await page.keyboard.type("200");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("200 Ресепшен")).toBeVisible();
  // The office may be closed now, and the test does not wait for others.
  await tabTo(page, dialog.getByRole("radio", { name: /^In these hours/ }));
  await page.keyboard.press("ArrowUp");
  await tabTo(page, dialog.getByRole("spinbutton", { name: "Collect for how many seconds" }));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0");
  await scan();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^If 200 Ресепшен is offline for 2 checks in a row/)).toBeVisible();
  await scan();

  // What was offline when the rule began is not told: it has to be seen online first.
  const savedAt = Date.now();
  await expect.poll(() => lookedAt(request)).toBeGreaterThan(savedAt + 2_000);
  await office.statuses({ [RECEPTION]: false });
  await expect.poll(() => received.length).toBe(2);
  const [test0, alert] = received;
  expect([test0, alert].map((one) => one !== undefined && isGenuine(one))).toEqual([true, true]);
  expect(JSON.parse(alert?.body ?? "")).toMatchObject({
    type: "objects",
    rule: { name: "A watched phone is offline" },
    down: { items: [{ id: RECEPTION, number: "200", name: "Ресепшен" }] },
  });
  // The page reads what was sent every ten seconds.
  await expect(page.getByText("Offline: 200 Ресепшен")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Delivered")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Pause A watched phone is offline" }));
  await expectVisibleFocus(page);
  await press(page, dialog.getByRole("button", { name: "Pause" }));
  await expect(page.getByText(/^Paused until/).first()).toBeVisible();
});

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { resetPage } from "./lib/resetPage.ts";
import { openBoard } from "./lib/board.ts";
import { simulateBuilds } from "./lib/simulateBuilds.ts";
import { heading, horizontalOverflow } from "./lib/screen.ts";

const VERA = { id: 36, name: "Вера Волкова" };
/** A long name. */
const MEETING_ROOM = { id: 30, name: "Переговорная «Байкал»" };
/** Sizes in pixels, and whether all 27 tiles fit readably: 24 accounts and three numbers. */
const SCREENS = [
  { width: 1920, height: 1080, pages: undefined },
  { width: 3840, height: 2160, pages: undefined },
  { width: 1080, height: 1920, pages: undefined },
  { width: 360, height: 640, pages: "1 из 2" },
] as const;
const ALL_SCREENS_MS = 90_000;
/** Minimum font size as a share of the screen's shorter side, readable from five metres. */
const READABLE = 1 / 30;

const tiles = (page: Page) => page.getByRole("main").getByRole("listitem");
/** Without the external numbers. */
const accounts = (page: Page) => tiles(page).filter({ hasNotText: "External number" });
const count = (page: Page, state: string) =>
  page.getByRole("banner").getByRole("definition").nth(["Offline", "Online"].indexOf(state));

async function openWall(page: Page, search = ""): Promise<void> {
  await page.goto(`/status/wall${search}`);
  await expect(tiles(page).first()).toContainText(/how long is unknown|Online/);
}

/** Texts that overflow their elements, and elements outside the screen. */
function findOverflow(place: Locator): Promise<string[]> {
  return place.evaluateAll((all) =>
    all
      .flatMap((one) => [one, ...one.querySelectorAll("*:not(.visually-hidden, svg, svg *)")])
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const outside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
        const { display, overflow, textOverflow } = getComputedStyle(one);
        // Only blocks cut off text; a long name is whole in its tooltip.
        if (display === "inline" || (textOverflow === "ellipsis" && one.hasAttribute("title")))
          return false;
        const wide = one.scrollWidth > one.clientWidth;
        const high = overflow === "hidden" && one.scrollHeight > one.clientHeight;
        return outside || wide || high;
      })
      .map((one) => `${one.className}: ${one.textContent}`),
  );
}

type Screen = (typeof SCREENS)[number];

/** Expects that the wall fits on a screen of this size, and who is offline is readable from afar. */
async function expectReadable(page: Page, { width, height, pages }: Screen): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto("/status/wall");
  const large = page.getByRole("list", { name: "Не в сети или под наблюдением" });
  await expect(large.getByText(/неизвестно/).first()).toBeVisible();
  await expect(large.getByRole("listitem")).toHaveCount(3);
  if (pages === undefined) await expect(tiles(page)).toHaveCount(27);
  else await expect(page.getByText(pages)).toBeInViewport();
  expect(await findOverflow(tiles(page))).toEqual([]);
  expect(await horizontalOverflow(page)).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
  ).toBeLessThanOrEqual(0);
  const sizes = await large
    .getByText(/^\d{3}$/)
    .evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
  expect(sizes).toHaveLength(2);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(width, height) * READABLE);
}

test.describe("in Russian, with longer texts", () => {
  test.use({ locale: "ru-RU" });

  test("the whole wall fits on one screen and is readable", async ({ page, office, scan }) => {
    test.setTimeout(ALL_SCREENS_MS);
    for (const screen of SCREENS) {
      await test.step(`${screen.width} × ${screen.height}`, async () => {
        await resetPage(page, office);
        await expectReadable(page, screen);
      });
    }
    await scan();
  });
});

test.describe("on a screen of 1920 × 1080", () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test("the wall shows offline accounts first, with state and duration", async ({ page }) => {
    await openWall(page);
    await expect(count(page, "Offline")).toHaveText("2");
    await expect(count(page, "Online")).toHaveText("21");
    await expect(accounts(page).nth(0)).toContainText(
      /203.*Диспетчер.*Offline.*how long is unknown/,
    );
    await expect(accounts(page).nth(1)).toContainText(/232.*Павел Орлов.*Offline/);
    await expect(accounts(page).nth(2)).toContainText(/206.*Охрана.*Being created/);
    await expect(accounts(page).nth(3)).toContainText(/200.*Ресепшен.*Online/);
    const lost = tiles(page).filter({ hasText: "+7 495 000-20-02" });
    await expect(lost).toContainText("Not registered");
    await expect(page).toHaveTitle("(2) Status board, wall mode · Pult");
  });

  test("accounts that go offline move up on the wall, unstable ones are labelled, and texts fit", async ({
    page,
    office,
    clock,
  }) => {
    await openWall(page);
    for (const online of [false, true, false]) {
      await office.statuses({ [VERA.id]: online, [MEETING_ROOM.id]: online });
      await clock.advance(10);
      await expect(count(page, "Offline")).toHaveText(online ? "2" : "4");
    }
    for (const [place, { name }] of [MEETING_ROOM, VERA].entries()) {
      const tile = accounts(page).nth(place);
      await expect(tile).toContainText(name);
      await expect(tile).toContainText(/Offline · unstable.*less than a minute/);
      await expect(tile).toHaveAttribute("data-dropped", "framed");
    }
    await expect(page).toHaveTitle("(4) Status board, wall mode · Pult");
    expect(await findOverflow(tiles(page))).toEqual([]);
  });
});

test("Escape and the close button lead from the wall to the board with the same filters", async ({
  page,
}) => {
  await openBoard(page, "/status?q=орлов&sort=-name");
  const query = new URLSearchParams({ q: "орлов", sort: "-name" });
  await page.getByRole("link", { name: "Wall mode" }).click();
  await expect(page).toHaveURL(`/status/wall?${query}`);
  await expect(tiles(page)).toHaveText([/232/, /220/]);
  await page.getByRole("button", { name: "Close (Esc)" }).click();
  await expect(heading(page)).toHaveText("Status board");
  await expect(page).toHaveURL(`/status?${query}`);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();

  await page.goto(`/status/wall?${query}`);
  await expect(tiles(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(heading(page)).toHaveText("Status board");
  await expect(page).toHaveURL(`/status?${query}`);
});

test("the wall reloads itself after a deployment", async ({ page, clock, monitor }) => {
  monitor.expectFailedRequests();
  const build = await simulateBuilds(page);
  await openWall(page, "?q=орлов");
  build.deploy();
  await clock.runFor(280);
  expect(build.loads()).toBe(1);
  // In small steps, because the page waits only four seconds of its clock for the response.
  const load = async () => {
    await clock.runFor(1);
    return build.loads();
  };
  await expect.poll(load, { intervals: [200], timeout: 25_000 }).toBe(2);
  await expect(tiles(page)).toHaveText([/232/, /220/]);
});

test("a wall whose code could not be loaded retries by itself", async ({
  page,
  clock,
  monitor,
}) => {
  monitor.expectFailedRequests();
  const build = await simulateBuilds(page);
  await openBoard(page, "/status");
  build.removeChunks();
  await page.getByRole("link", { name: "Wall mode" }).click();
  await expect(heading(page)).toHaveText("This page has crashed");
  expect(build.loads()).toBe(1);
  await clock.runFor(10);
  await expect.poll(build.loads).toBe(2);
  await expect(tiles(page)).toHaveCount(27);
});

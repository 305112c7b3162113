import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { resetPage } from "./lib/resetPage.ts";
import { openBoard } from "./lib/board.ts";
import { watchBuilds } from "./lib/builds.ts";
import { heading, sideways } from "./lib/screen.ts";

const VERA = { id: 36, name: "Вера Волкова" };
/** Its name takes two lines of a tile. */
const MEETING_ROOM = { id: 30, name: "Переговорная «Байкал»" };
/** Pixels; on the phone not all 24 tiles stay readable. */
const SCREENS = [
  { width: 1920, height: 1080, holds: 24 },
  { width: 3840, height: 2160, holds: 24 },
  { width: 1080, height: 1920, holds: 24 },
  { width: 360, height: 640, holds: 3 },
] as const;
const ALL_SCREENS_MS = 90_000;
/** A line of that part of a screen's shorter side is read from five metres. */
const READABLE = 1 / 30;

const tiles = (page: Page) => page.getByRole("list", { name: "Accounts" }).getByRole("listitem");
const count = (page: Page, state: string) =>
  page.getByRole("banner").getByRole("definition").nth(["Offline", "Online"].indexOf(state));

async function openWall(page: Page, search = ""): Promise<void> {
  await page.goto(`/status/wall${search}`);
  await expect(tiles(page).first()).toContainText(/how long is unknown|Online/);
}

/** Texts of a place that do not fit into their elements, and elements that leave the screen. */
function misfits(place: Locator): Promise<string[]> {
  return place.evaluateAll((all) =>
    all
      .flatMap((one) => [one, ...one.querySelectorAll("*:not(.visually-hidden, svg, svg *)")])
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const outside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
        const { display, overflow } = getComputedStyle(one);
        // What is cut is cut by the block around it.
        if (display === "inline") return false;
        const wide = one.scrollWidth > one.clientWidth;
        const high = overflow === "hidden" && one.scrollHeight > one.clientHeight;
        return outside || wide || high;
      })
      .map((one) => `${one.className}: ${one.textContent}`),
  );
}

type Screen = (typeof SCREENS)[number];

/** Holds that the wall, opened on a screen of this size, is whole and can be read. */
async function expectWhole(page: Page, { width, height, holds }: Screen): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto("/status/wall");
  const all = page.getByRole("main").getByRole("listitem");
  await expect(all.filter({ hasText: /неизвестно/ })).toHaveCount(3);
  const shown = await all.count();
  expect(shown).toBeGreaterThanOrEqual(holds);
  if (shown < 24) await expect(page.getByText(/Ещё 21/)).toBeInViewport();
  expect(await misfits(all)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
  ).toBeLessThanOrEqual(0);
  const sizes = await all
    .getByText(/^\d{3}$/)
    .evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
  expect(sizes).toHaveLength(shown);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(width, height) * READABLE);
}

test.describe("in Russian, whose words are longer", () => {
  test.use({ locale: "ru-RU" });

  test("everything is on one screen, readable and whole", async ({ page, office, scan }) => {
    test.setTimeout(ALL_SCREENS_MS);
    for (const screen of SCREENS) {
      await test.step(`${screen.width} × ${screen.height}`, async () => {
        await resetPage(page, office);
        await expectWhole(page, screen);
      });
    }
    await scan();
  });
});

test.describe("on a screen of 1920 × 1080", () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test("who is offline stands first, in its words and numbers", async ({ page }) => {
    await openWall(page);
    await expect(count(page, "Offline")).toHaveText("2");
    await expect(count(page, "Online")).toHaveText("21");
    await expect(tiles(page).nth(0)).toContainText(/203.*Диспетчер.*Offline · how long is unknown/);
    await expect(tiles(page).nth(1)).toContainText(/232.*Павел Орлов.*Offline/);
    await expect(tiles(page).nth(2)).toContainText(/206.*Охрана.*Being created/);
    await expect(tiles(page).nth(3)).toContainText(/200.*Ресепшен.*Online/);
    await expect(page).toHaveTitle("(2) Status board, wall mode · Pult");
  });

  test("who drops moves up, who flaps says so, and the words still fit", async ({
    page,
    office,
    clock,
  }) => {
    await openWall(page);
    for (const online of [false, true, false]) {
      await office.statuses({ [VERA.id]: online, [MEETING_ROOM.id]: online });
      await clock.pass(10);
      await expect(count(page, "Offline")).toHaveText(online ? "2" : "4");
    }
    for (const [place, { name }] of [MEETING_ROOM, VERA].entries()) {
      const tile = tiles(page).nth(1 + place);
      await expect(tile).toContainText(name);
      await expect(tile).toContainText(/Offline · less than a minute.*unstable/);
    }
    await expect(page).toHaveTitle("(4) Status board, wall mode · Pult");
    expect(await misfits(tiles(page))).toEqual([]);
  });
});

test("Escape and the button lead back, with the same filters", async ({ page }) => {
  await openBoard(page, "/status?q=орлов&sort=-name");
  const query = new URLSearchParams({ q: "орлов", sort: "-name" });
  await page.getByRole("link", { name: "Wall mode" }).click();
  await expect(page).toHaveURL(`/status/wall?${query}`);
  await expect(tiles(page)).toHaveText([/220/, /232/]);
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

test("the wall takes a new build by itself", async ({ page, clock, watched }) => {
  watched.expectFailedRequests();
  const build = await watchBuilds(page);
  await openWall(page, "?q=орлов");
  build.deploy();
  await clock.rush(280);
  expect(build.loads()).toBe(1);
  // In small steps: the page waits four seconds, of its own time, for the server's answer.
  const load = async () => {
    await clock.rush(1);
    return build.loads();
  };
  await expect.poll(load, { intervals: [200], timeout: 25_000 }).toBe(2);
  await expect(tiles(page)).toHaveText([/232/, /220/]);
});

test("a wall whose code could not be loaded tries again by itself", async ({
  page,
  clock,
  watched,
}) => {
  watched.expectFailedRequests();
  const build = await watchBuilds(page);
  await openBoard(page, "/status");
  build.lose();
  await page.getByRole("link", { name: "Wall mode" }).click();
  await expect(heading(page)).toHaveText("This page has stumbled");
  expect(build.loads()).toBe(1);
  await clock.rush(10);
  await expect.poll(build.loads).toBe(2);
  await expect(tiles(page)).toHaveCount(24);
});

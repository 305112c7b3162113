import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { startAnew } from "./lib/anew.ts";
import { openBoard } from "./lib/board.ts";
import { spoil } from "./lib/keptPages.ts";
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
  await expect(all.filter({ hasText: /how long is unknown|неизвестно/ })).toHaveCount(3);
  const shown = await all.count();
  expect(shown).toBeGreaterThanOrEqual(holds);
  if (shown < 24) await expect(page.getByText(/21 more online|Ещё 21/)).toBeInViewport();
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

for (const locale of ["en-US", "ru-RU"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("everything is on one screen, readable and whole", async ({ page, office, scan }) => {
      test.setTimeout(ALL_SCREENS_MS);
      for (const screen of SCREENS) {
        await test.step(`${screen.width} × ${screen.height}`, async () => {
          await startAnew(page, office);
          await page.emulateMedia({ colorScheme: "light" });
          await expectWhole(page, screen);
          await scan();
          await page.emulateMedia({ colorScheme: "dark" });
          await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
          await scan("colours");
        });
      }
    });
  });
}

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

  test("of 300 accounts it shows those that are not online, and the rest as a number", async ({
    page,
    office,
    scan,
  }) => {
    await office.reset({ accounts: 300 });
    await openWall(page);
    await expect(count(page, "Offline")).toHaveText("55");
    await expect(count(page, "Online")).toHaveText("244");
    const shown = await tiles(page).count();
    expect(shown).toBeGreaterThanOrEqual(24);
    await expect(tiles(page).filter({ hasText: /Online/ })).toHaveCount(0);
    await expect(page.getByText("244 more online.")).toBeInViewport();
    await expect(page.getByText(`${56 - shown} more offline did not fit.`)).toBeInViewport();
    expect(await misfits(tiles(page))).toEqual([]);
    await scan();
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

  test("a failure is said beside the numbers, which stay", async ({
    page,
    office,
    clock,
    watched,
  }) => {
    watched.expectFailedRequests();
    await openWall(page);
    await office.faults({ operation: "GET /sip/statuses", fault: "status:403" });
    await clock.pass(35);
    const bar = page.getByRole("banner");
    await expect(bar).toContainText("The provider refused access");
    await expect(bar).toContainText(/Data of 12:00\sPM/);
    await expect(count(page, "Offline")).toHaveText("2");
    await expect(tiles(page)).toHaveCount(24);
    await office.faults();
    await clock.pass(60);
    await expect(bar).not.toContainText("The provider refused access");
    await expect(bar).not.toContainText("Data of");
  });

  test("an office that can't be read says so, and is tried again", async ({
    page,
    office,
    watched,
    scan,
  }) => {
    watched.expectFailedRequests();
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto("/status/wall");
    await expect(page.getByRole("alert")).toContainText("refused this server's token");
    await scan();
    await office.faults();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(tiles(page)).toHaveCount(24);
  });

  test("nobody offline is good news", async ({ page, office, scan }) => {
    await office.statuses({ 28: true, 44: true });
    await page.goto("/status/wall?state=offline");
    await expect(page.getByText("Everyone is online")).toBeVisible();
    await expect(count(page, "Offline")).toHaveText("0");
    await scan();
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

type Locks = { asked: string[]; released: number };
type WithLocks = typeof globalThis & { locks: Locks };

/** Puts a browser in place that grants the lock of the screen, or refuses it. */
async function noteLocks(page: Page, granted: boolean): Promise<() => Promise<Locks>> {
  spoil(page);
  await page.addInitScript((isGranted) => {
    const locks: Locks = { asked: [], released: 0 };
    Object.assign(globalThis, { locks });
    const request = (kind: string) => {
      locks.asked.push(kind);
      if (!isGranted) return Promise.reject(new DOMException("No", "NotAllowedError"));
      const release = () => Promise.resolve(locks.released++);
      const lock = new EventTarget();
      return Promise.resolve(Object.assign(lock, { released: false, release }));
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  }, granted);
  return () => page.evaluate(() => (globalThis as WithLocks).locks);
}

test("the screen is kept awake while the wall is shown", async ({ page }) => {
  const locks = await noteLocks(page, true);
  await openWall(page);
  expect(await locks()).toEqual({ asked: ["screen"], released: 0 });
  await expect(page.getByText("cannot keep the screen awake")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(heading(page)).toHaveText("Status board");
  expect(await locks()).toEqual({ asked: ["screen"], released: 1 });
});

test("a browser that will not keep the screen awake says so", async ({ page }) => {
  const locks = await noteLocks(page, false);
  await openWall(page);
  await expect(page.getByText("This browser cannot keep the screen awake")).toBeVisible();
  expect((await locks()).asked).toEqual(["screen"]);
});

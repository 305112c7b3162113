import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { listUnsupportedFeatures } from "./lib/oldestBrowsers.ts";
import { type LoadedPath, openLoaded } from "./lib/loadedPages.ts";
import { heading, panel, rows } from "./lib/screen.ts";

const ASSETS = join(import.meta.dirname, "../dist/client/assets");

/** Newer features that are feature-detected before use, and names that are not browser features. */
const FEATURE_DETECTED = [
  "navigator.setAppBadge",
  "navigator.wakeLock",
  "navigator.userActivation",
  "navigator.connection",
  "document.startViewTransition",
  "new ClipboardItem",
  // React's own `use` and `Children.toArray`.
  ".use(",
  ".toArray(",
];

test("the built app uses no feature that the oldest supported browsers lack", () => {
  const unsupported = listUnsupportedFeatures();
  expect(unsupported).toContain("AbortSignal.any");
  expect(unsupported).toContain(".toSorted(");
  const used = new Set<string>();
  for (const file of readdirSync(ASSETS).filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(join(ASSETS, file), "utf8").replaceAll("?.(", "(");
    for (const name of unsupported) {
      const found = code.split(name).slice(1);
      if (found.some((rest) => name.endsWith("(") || !/^\w/.test(rest))) used.add(name);
    }
  }
  for (const name of FEATURE_DETECTED) used.delete(name);
  expect([...used]).toEqual([]);
});

/** What some of the oldest browsers lack, or any browser over plain http. */
const MISSING = {
  "Array.prototype": ["toSorted", "toReversed", "toSpliced", "with"],
  "Set.prototype": ["union", "intersection", "difference", "isSubsetOf"],
  "URLSearchParams.prototype": ["size"],
  "Navigator.prototype": ["clipboard", "locks", "serviceWorker", "wakeLock"],
  "Crypto.prototype": ["randomUUID", "subtle"],
  AbortSignal: ["any", "timeout"],
  Array: ["fromAsync"],
  Intl: ["Segmenter", "DurationFormat"],
  Map: ["groupBy"],
  Object: ["groupBy"],
  Promise: ["withResolvers", "try"],
  URL: ["canParse", "parse"],
  window: ["requestIdleCallback", "ClipboardItem", "Notification", "scheduler"],
};

const PAGES = {
  "/": "Overview",
  "/sip/25": "200 Ресепшен",
  "/status": "Status board",
  "/external-numbers": "External numbers",
  "/smart-numbers": "Smart numbers",
  "/voicemail": "Voicemail",
  "/directions": "Destinations",
  "/status/wall": "Status board, wall mode",
} as const satisfies Partial<Record<LoadedPath, string>>;

test("every page works in the oldest supported browsers, and over plain http", async ({ page }) => {
  await page.addInitScript((missing) => {
    for (const [path, names] of Object.entries(missing)) {
      const owner: object = path
        .split(".")
        .reduce<object>((at, name) => (name === "window" ? at : Reflect.get(at, name)), window);
      for (const name of names) Reflect.deleteProperty(owner, name);
    }
  }, MISSING);
  // `PAGES` has no further keys.
  for (const path of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
    await openLoaded(page, path);
    await expect(heading(page)).toHaveText(PAGES[path]);
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
  await page.goto("/sip?q=ресеп");
  await expect(rows(page)).toHaveCount(1);
  await page.goto("/sip/25/scenarios/new");
  await expect(panel(page)).toBeVisible();
});

test("an unsupported browser shows the supported ones, in both languages", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Object, "hasOwn"));
  await page.goto("/sip");
  await expect(page.getByText("Этот браузер слишком старый для Пульта.")).toBeVisible();
  await expect(page.getByText("This browser is too old for Pult.")).toBeVisible();
  await expect(page.getByText("Firefox: 115+")).toBeVisible();
});

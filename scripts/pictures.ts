import { existsSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { waitForUrl, startBuiltServer } from "../e2e/lib/builtServer.ts";
import { ensureChromium, CHROMIUM_ARGS } from "./lib/browser.mjs";

/* `npm run pictures`: takes the README's screenshots from the built app with its sandbox. */

interface Screenshot {
  file: string;
  path: string;
  /** User actions before the screenshot. */
  prepare?: (page: Page) => Promise<void>;
}

const SCREENSHOTS: readonly Screenshot[] = [
  { file: "overview", path: "/" },
  { file: "sip", path: "/sip" },
  {
    file: "scenario",
    path: "/sip/25/scenarios/new",
    prepare: async (page) => {
      await page.getByLabel("Name").fill("Daytime");
      for (const number of ["+7 999 333-22-10", "+7 495 123-45-67"]) {
        await page.getByRole("button", { name: "Add a number" }).click();
        await page.keyboard.type(number);
      }
    },
  },
  { file: "status", path: "/status" },
  {
    file: "directions",
    path: "/directions?show=risky",
    prepare: async (page) => {
      const boxes = page.getByRole("checkbox", { name: /^Allow calls/ });
      for (const place of [0, 2, 3]) await boxes.nth(place).click();
    },
  },
];

if (!existsSync("dist/server/main.js")) throw new Error("Run `npm run build` first.");
const server = startBuiltServer({ HOST: "127.0.0.1", PULT_HOST: "127.0.0.1", PLUSOFON_TOKEN: "" });
try {
  const url = await waitForUrl(server);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_ARGS,
  });
  const page = await browser.newPage({
    baseURL: url,
    locale: "en-US",
    timezoneId: "Europe/Moscow",
    viewport: { width: 1280, height: 720 },
  });
  for (const { file, path, prepare } of SCREENSHOTS) {
    await page.goto(path, { waitUntil: "networkidle" });
    await prepare?.(page);
    await page.screenshot({ path: `docs/${file}.png`, animations: "disabled" });
    console.log(`docs/${file}.png`);
  }
  await browser.close();
} finally {
  server.process.kill();
}

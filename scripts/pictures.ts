import { existsSync, mkdirSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { waitForUrl, startBuiltServer } from "../e2e/lib/builtServer.ts";
import { ensureChromium, CHROMIUM_ARGS } from "./lib/browser.mjs";

/*
 * `npm run pictures`: takes the pictures of README.md and docs/pictures.md in both languages from the
 * built app with its sandbox.
 */

interface Picture {
  file: string;
  path: string;
  /** User actions before it; texts are found by their place, because there are two languages. */
  prepare?: (page: Page) => Promise<void>;
  phone?: true;
  dark?: true;
}

const PICTURES: readonly Picture[] = [
  { file: "overview", path: "/" },
  { file: "sip", path: "/sip" },
  { file: "account", path: "/sip/25" },
  {
    file: "scenario",
    path: "/sip/25/scenarios/new",
    prepare: async (page) => {
      const form = page.getByRole("dialog");
      await form.getByRole("textbox").first().fill("Daytime");
      for (const number of ["+7 999 333-22-10", "+7 495 123-45-67"]) {
        await form.getByRole("button", { name: /^(Add a number|Добавить номер)$/ }).click();
        await page.keyboard.type(number);
      }
    },
  },
  { file: "status", path: "/status", dark: true },
  { file: "wall", path: "/status/wall", dark: true },
  {
    file: "import",
    path: "/sip/import",
    prepare: async (page) => {
      await page.getByRole("textbox").first().fill("Анна Новикова\nБорис Ким\nВера Лис\nГлеб Тор");
      await page.getByRole("table").getByRole("row").nth(4).waitFor();
    },
  },
  { file: "handover", path: "/sip/handover?ids=25" },
  {
    file: "directions",
    path: "/directions?show=risky",
    prepare: async (page) => {
      const boxes = page.getByRole("checkbox", { name: /^(Allow calls|Разрешить звонки)/ });
      for (const place of [0, 2, 3]) await boxes.nth(place).click();
    },
  },
  { file: "journal", path: "/journal" },
  { file: "phone-overview", path: "/", phone: true },
  { file: "phone-sip", path: "/sip", phone: true },
  { file: "phone-account", path: "/sip/25", phone: true, dark: true },
];

const LANGUAGES = ["en", "ru"] as const;
const DESK = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 740 };

async function takePicture(browser: Browser, baseURL: string, language: string, of: Picture) {
  const page = await browser.newPage({
    baseURL,
    locale: language === "ru" ? "ru-RU" : "en-US",
    timezoneId: "Europe/Moscow",
    colorScheme: of.dark === true ? "dark" : "light",
    viewport: of.phone === true ? PHONE : DESK,
    hasTouch: of.phone === true,
  });
  await page.goto(of.path, { waitUntil: "networkidle" });
  await of.prepare?.(page);
  const path = `docs/pictures/${language}/${of.file}.png`;
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  console.log(path);
  await page.close();
}

if (!existsSync("dist/server/main.js")) throw new Error("Run `npm run build` first.");
const server = startBuiltServer({ HOST: "127.0.0.1", PULT_HOST: "127.0.0.1", PLUSOFON_TOKEN: "" });
try {
  const url = await waitForUrl(server);
  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  for (const language of LANGUAGES) {
    mkdirSync(`docs/pictures/${language}`, { recursive: true });
    for (const picture of PICTURES) await takePicture(browser, url, language, picture);
  }
  await browser.close();
} finally {
  server.process.kill();
}

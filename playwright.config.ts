import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { freePort } from "./e2e/lib/freePort.ts";
import { CHROMIUM_ARGS, findChromium } from "./scripts/lib/browser.mjs";

const SERVER = "dist/server/main.js";
// Chosen once: the workers read this file again and find it in the environment.
process.env.E2E_PORT ??= String(await freePort());
const port = process.env.E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;
const isCI = Boolean(process.env.CI);

if (!existsSync(SERVER) || !existsSync("dist/client/index.html")) {
  throw new Error("The browser tests run against the built app: run `npm run build` first.");
}
const executablePath = await findChromium();
if (executablePath === undefined) {
  throw new Error("The browser tests need Chromium or Chrome: name one in CHROMIUM_PATH.");
}

export default defineConfig({
  testDir: "e2e",
  // Whole grids: `npm run a11y` and `npm run faults`.
  testIgnore: "**/e2e/grid/**",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: isCI,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  reporter: [["list"], ["./e2e/lib/keyboardReporter.ts"]],
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "Europe/Moscow",
    viewport: { width: 1280, height: 800 },
    // Recording all the while costs an eighth of the time: for the one who looks for a cause.
    trace: process.env.E2E_TRACE === undefined ? "off" : "retain-on-failure",
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
  },
  webServer: {
    command: `node ${SERVER}`,
    url: `${baseURL}/healthz`,
    reuseExistingServer: false,
    // Empty: a token in somebody's .env must not turn the tests on real lines.
    env: { PORT: port, PULT_HOST: "127.0.0.1", PLUSOFON_TOKEN: "" },
  },
});

import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** How many clicks, fields and screens the everyday tasks take: `npm run tasks`. */
export default defineConfig({
  ...base,
  testDir: "e2e/grid",
  testMatch: "everydayTasks.spec.ts",
  testIgnore: [],
  workers: 1,
  use: { ...base.use, actionTimeout: 5000 },
  reporter: "list",
});

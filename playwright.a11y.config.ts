import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** The whole accessibility grid, of which `npm test` runs a slice. */
export default defineConfig({
  ...base,
  testDir: "e2e/grid",
  testMatch: "accessibility.spec.ts",
  testIgnore: [],
  reporter: [["list"], ["./e2e/grid/reporter.ts"]],
});

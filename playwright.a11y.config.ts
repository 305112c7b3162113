import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** The whole accessibility grid, and that of longer texts, of which `npm test` runs a slice. */
export default defineConfig({
  ...base,
  testDir: "e2e/grid",
  testMatch: ["accessibility.spec.ts", "pseudo.spec.ts", "forcedColours.spec.ts"],
  testIgnore: [],
  // A screen that does not open fails soon.
  use: { ...base.use, actionTimeout: 15_000 },
  reporter: [["list"], ["./e2e/grid/reporter.ts"]],
});

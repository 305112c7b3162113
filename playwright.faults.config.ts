import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** Every fault with every operation: what `npm test` holds by samples, in full. */
export default defineConfig({
  ...base,
  testDir: "e2e/grid",
  testMatch: "faults.spec.ts",
  testIgnore: [],
  reporter: [["list"], ["./e2e/lib/grid/reporter.ts"]],
});

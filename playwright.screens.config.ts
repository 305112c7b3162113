import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** Takes a picture of every screen into `screens/`, to be looked at. */
export default defineConfig({
  ...base,
  testDir: "e2e/grid",
  testMatch: ["screens.spec.ts"],
  testIgnore: [],
  use: { ...base.use, actionTimeout: 15_000 },
  reporter: "list",
});

import { defineConfig } from "vitest/config";
import { messagesPlugin } from "./src/i18n/vitePlugin.ts";

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    // Of two cores it would leave one idle.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["{src,sandbox,proxy,scripts}/**/*.test.ts"],
          // Properties try hundreds of cases; on a machine that is busy with other things.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["src/**/*.test.tsx"],
          // A whole app is rendered and typed into: seconds, on a slow machine.
          testTimeout: 20_000,
          setupFiles: ["src/app/testing/setup.ts"],
        },
      },
    ],
  },
});

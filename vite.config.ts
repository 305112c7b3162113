import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { packFiles } from "./proxy/packPlugin.ts";
import { NONCE_PLACEHOLDER } from "./proxy/page.ts";
import { pultProxy } from "./proxy/vitePlugin.ts";
import { messagesPlugin } from "./src/i18n/vitePlugin.ts";

/** What every list needs, whichever is opened first; not the large drawing of a scenario. */
const LIST_PARTS = [
  "common/(sip/(?!Timeline\\.)|search\\.|compare\\.|errorText|ErrorBlank|LoadProgress|NoMatch|StaleNotice|useClosePanel|phone\\.)",
  "ui/(table/|FilterChip|Blank|Notice|PageHeader|pageTitle|useMediaQuery|State(Mark|Label))",
];
const LIST = new RegExp(`/src/(${LIST_PARTS.join("|")})`);

/** One chunk compresses better than the thirty small ones that sharing would split it into. */
const GROUPS = [
  { name: "base", tags: ["$initial" as const], priority: 2 },
  { name: "list", test: (id: string) => LIST.test(id.replaceAll("\\", "/")), priority: 1 },
];

/** Says what the server's files are, wherever dist is put: no package.json is needed above it. */
const modulesAlone: Plugin = {
  name: "pult:modules-alone",
  writeBundle: async ({ dir = "" }) => writeFile(join(dir, "package.json"), '{"type":"module"}\n'),
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), messagesPlugin(), pultProxy(), isSsrBuild ? modulesAlone : packFiles()],
  // Marks all that may run or paint; the server puts another in its place for each answer.
  html: { cspNonce: NONCE_PLACEHOLDER },
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  // Known from the start: a dependency found late makes the dev server reload the page.
  optimizeDeps: { entries: ["src/**/*.{ts,tsx}", "!src/**/*.test.*", "!src/**/testing/**"] },
  // The server is whole in dist: it runs without node_modules.
  ssr: { noExternal: true },
  build: {
    target: "es2023",
    // Every browser that runs es2023 preloads modules by itself.
    modulePreload: { polyfill: false },
    ...(isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } } }),
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    ...(isSsrBuild ? { outDir: "dist/server" } : { outDir: "dist/client", emptyOutDir: true }),
  },
}));

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { NATIVE_MODULES, nativeModules } from "./build/nativeModules.ts";
import { precompressFiles } from "./build/precompressFiles.ts";
import { NONCE_PLACEHOLDER } from "./server/appFiles.ts";
import { pultProxy } from "./build/devProxy.ts";
import { firstPage } from "./build/firstPage.ts";
import { stubUnusedModules } from "./build/stubUnusedModules.ts";
import { paths } from "./src/paths.ts";
import { messagesPlugin } from "./src/i18n/vitePlugin.ts";

/**
 * What every list needs, whichever is opened first, and the first list itself; not the large
 * drawing of a scenario.
 */
const LIST_PARTS = [
  "lib/(search|compare|phoneCharacters)\\.",
  "domain/sip/(?!mutations)",
  "common/(list/|sip/(?!Timeline\\.|NoAccountMatch|verdict/)|errorText|ErrorState|ListLoading|Freshness|LoadProgress|NoMatch|StaleNotice|useClosePanel|phone\\.)",
  "features/sip/(list/|view\\.)|app/pages/SipListRoutePage",
  "ui/(table/(?!Windowed|useVirtualRows)|EmptyState|Notice|PageHeader|pageTitle|useFocusKept|useMediaQuery|State(Mark|Label))",
];
const LIST = new RegExp(`/src/(${LIST_PARTS.join("|")})`);
/** What is said in the frame and in the first list, in one language. */
const TEXTS = /\/src\/(?:app|common|ui|features\/sip)\/locales\/(\w+)\.json/;

/** What the routes of a resource and the search of the whole app read: one file each, and not three. */
const DOMAIN =
  /\/src\/domain\/(externalNumbers|smartNumbers|directions)\/(?:queries|rows|remembered|useExternalRows|errors|users|model|useCountries)\./;

const path = (id: string) => id.replaceAll("\\", "/");

/**
 * One chunk compresses better than the thirty small ones that sharing would split it into; and
 * over HTTP/1.1 a browser asks for six things at a time, so that the seventh waits.
 */
const GROUPS = [
  { name: "base", tags: ["$initial" as const], priority: 2 },
  { name: "list", test: (id: string) => LIST.test(path(id)), priority: 1 },
  {
    name: (id: string) => `texts-${TEXTS.exec(path(id))?.[1]}`,
    test: (id: string) => TEXTS.test(path(id)),
    priority: 1,
  },
  {
    name: (id: string) => DOMAIN.exec(path(id))?.[1],
    test: (id: string) => DOMAIN.test(path(id)),
    priority: 1,
  },
];

/** The first list names all files: each character of their hashes costs it 0.2 kB, and seven do. */
const FILE_NAME = "assets/[name]-[hash:7]";
const FILE_NAMES = {
  entryFileNames: `${FILE_NAME}.js`,
  chunkFileNames: `${FILE_NAME}.js`,
  assetFileNames: `${FILE_NAME}[extname]`,
};

/** Says what the server's files are, wherever dist is put: no package.json is needed above it. */
const modulesAlone: Plugin = {
  name: "pult:modules-alone",
  writeBundle: async ({ dir = "" }) => writeFile(join(dir, "package.json"), '{"type":"module"}\n'),
};

/** The first parts of the app's addresses. What stands behind them, ids and all, does not matter. */
const SECTIONS = new Set(
  Object.values(paths).map((build) => (build as () => string)().split("/")[1] ?? ""),
);
const clientPlugins = () => [stubUnusedModules(), firstPage([...SECTIONS]), precompressFiles()];

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    react(),
    messagesPlugin(),
    pultProxy(),
    isSsrBuild ? [modulesAlone, nativeModules()] : clientPlugins(),
  ],
  // Whatever the path under which a web server shows Pult: that is for the server to say.
  base: command === "build" ? "./" : "/",
  // The server's settings are none of the build's business.
  envDir: false,
  // Marks all that may run or paint; the server puts another in its place for each answer.
  html: { cspNonce: NONCE_PLACEHOLDER },
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  // Known from the start: a dependency found late makes the dev server reload the page.
  optimizeDeps: { entries: ["src/**/*.{ts,tsx}", "!src/**/*.test.*", "!src/**/testing/**"] },
  // The server is whole in dist and runs without the project's node_modules. Native code can't be
  // bundled: `nativeModules` puts it beside the bundle.
  ssr: { noExternal: true, external: [...NATIVE_MODULES] },
  build: {
    // Named in README and in index.html; what they lack of later years fails a test.
    target: ["chrome109", "edge109", "firefox115", "safari16.4"],
    // Each of them preloads modules by itself, or does without (Firefox 115 has it).
    modulePreload: { polyfill: false },
    ...(isSsrBuild
      ? {}
      : { rolldownOptions: { output: { codeSplitting: { groups: GROUPS }, ...FILE_NAMES } } }),
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    ...(isSsrBuild ? { outDir: "dist/server" } : { outDir: "dist/client", emptyOutDir: true }),
  },
}));

import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { messagesPlugin } from "./src/i18n/vitePlugin.ts";

const ROOMS = ["src", "sandbox", "proxy", "server", "build", "scripts"];
const tests = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(room, file).replaceAll("\\", "/")),
);

/**
 * What such a file puts in place of a module would stay there for the files after it; one that says
 * `@isolated` depends on what no file before it has started.
 */
const mocks = (file: string) =>
  /\bvi\.(do)?mock\(|resetModules|@isolated/i.test(readFileSync(file, "utf8"));

type Settings = NonNullable<Extract<TestProjectConfiguration, { test?: unknown }>["test"]>;

/**
 * Files share the modules that a worker has loaded and warmed up, which is twice as fast as
 * loading them for each file; files that mock modules, or say so, run isolated.
 */
function projects(name: string, ending: string, test: Settings): TestProjectConfiguration[] {
  const mine = tests.filter((file) => file.endsWith(ending));
  const alone = mine.filter(mocks);
  const common = { ...test, unstubGlobals: true, unstubEnvs: true };
  const include = [`{${ROOMS.join(",")}}/**/*${ending}`];
  const shared = { ...common, name, include, exclude: alone, isolate: false };
  if (alone.length === 0) return [{ extends: true, test: shared }];
  return [
    { extends: true, test: shared },
    { extends: true, test: { ...common, name: `${name}-alone`, include: alone } },
  ];
}

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    // One more than there are cores: part of the time is spent waiting for servers and databases.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Properties try hundreds of cases; on a machine that is busy with other things.
      ...projects("node", ".test.ts", { environment: "node", testTimeout: 30_000 }),
      ...projects("dom", ".test.tsx", {
        environment: "jsdom",
        // A whole app is rendered and typed into: seconds, on a slow machine.
        testTimeout: 30_000,
        setupFiles: ["src/app/testing/setup.ts"],
      }),
    ],
  },
});

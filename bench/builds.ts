import react from "@vitejs/plugin-react";
import { build } from "vite";
import { precompressFiles } from "#build/precompressFiles.ts";
import { NONCE_PLACEHOLDER } from "#server/appFiles.ts";
import { type RunningServer, startServer } from "#server/server.ts";
import { readSettings } from "#server/settings.ts";

export const BUILDS = { app: "dist/bench/app", baseline: "dist/bench/baseline" } as const;
export type Build = keyof typeof BUILDS;

/** Builds the app as `npm run build` does. */
export async function buildApp(): Promise<void> {
  await build({ logLevel: "error", build: { outDir: BUILDS.app } });
}

/** Builds the baseline app: the minimal list that the same stack can show, with the app's settings. */
export async function buildBaseline(): Promise<void> {
  await build({
    logLevel: "error",
    configFile: false,
    root: new URL("baseline", import.meta.url).pathname,
    plugins: [react(), precompressFiles()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      target: "es2023",
      modulePreload: { polyfill: false },
      outDir: `../../${BUILDS.baseline}`,
      emptyOutDir: true,
    },
  });
}

/** Serves a build as in production, with a sandbox of the given number of accounts. */
export function serveBuild(which: Build, accounts = 24): Promise<RunningServer> {
  const settings = readSettings({ PORT: "0", SANDBOX_ACCOUNTS: String(accounts) });
  return startServer(settings, BUILDS[which], () => undefined);
}

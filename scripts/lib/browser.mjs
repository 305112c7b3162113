import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

const isRoot = process.getuid?.() === 0;

/**
 * Chromium prepares the hidden popups of its address bar for each context, which costs more time
 * than most of our pages. This flag replaces Playwright's own list, so that is repeated here.
 */
const DISABLED_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Flags for a headless Chromium that makes no requests of its own. */
export const CHROMIUM_ARGS = [
  // Chromium refuses its own sandbox to root, as in most containers.
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${DISABLED_FEATURES.join(",")}`,
];

/** The headless shell comes first: it draws no browser window and is a sixth faster. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * Path of a Chromium or Chrome: `CHROMIUM_PATH`, else an installed one, else Playwright's;
 * undefined when none starts. Throws when `CHROMIUM_PATH` does not exist.
 */
export async function findChromium() {
  const configured = process.env.CHROMIUM_PATH;
  if (configured) {
    if (existsSync(configured)) return configured;
    throw new Error("CHROMIUM_PATH names a file that does not exist.");
  }
  return [...systemPaths(), ...(await playwrightPaths())].find(
    (path) => existsSync(path) && canStart(path),
  );
}

/** Like `findChromium`, but installs one if needed. Throws an error for the user when that fails. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log("There is no Chromium on this machine: installing Playwright's…");
  await run(process.execPath, [playwrightCli(), "install", "--no-shell", "chromium"]);
  const installed = await findChromium();
  if (installed) return installed;
  if (process.platform === "linux" && isRoot) {
    console.log("That did not work: installing the system's…");
    await run("apt-get", ["update"]);
    await run("apt-get", ["install", "-y", "chromium-headless-shell"]);
    if (!(await findChromium())) await run("apt-get", ["install", "-y", "chromium"]);
  }
  const system = await findChromium();
  if (system) return system;
  throw new Error(
    "The browser tests need Chromium or Chrome, and none could be installed.\n" +
      "Install one and run the command again, or name it: CHROMIUM_PATH=/path/to/chromium. " +
      "Without a browser: npm test -- --no-browser",
  );
}

function systemPaths() {
  const { platform, env } = process;
  if (platform === "darwin") {
    const home = env.HOME || "";
    const apps = ["Google Chrome", "Chromium"].map(
      (app) => `Applications/${app}.app/Contents/MacOS/${app}`,
    );
    return apps.flatMap((app) => [`/${app}`, join(home, app)]);
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
    ];
    return folders
      .filter(Boolean)
      .flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const folders = [...(env.PATH || "").split(delimiter), "/usr/bin", "/snap/bin"];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Playwright is available only once the dependencies are installed. */
async function playwrightPaths() {
  try {
    const { chromium } = await import("@playwright/test");
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

function playwrightCli() {
  return createRequire(import.meta.url).resolve("@playwright/test/cli");
}

/** A downloaded browser may lack system libraries. (On Windows --version opens a window.) */
function canStart(path) {
  if (process.platform !== "linux") return true;
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "./browser.mjs";

/** Milliseconds, each, for the server to start and for the rows to show. */
const TIMEOUT_MS = 30_000;

/**
 * Opens the first route of the built app in a browser, with the sandbox as its provider. Returns the
 * scripts loaded until the rows show, as paths inside the client folder.
 */
export async function loadFirstRouteScripts(): Promise<Set<string>> {
  const executablePath = await ensureChromium();
  const server = await startBuiltServer();
  try {
    return await scriptsUntilRows(executablePath, `${server.url}/sip`);
  } finally {
    server.stop();
  }
}

async function scriptsUntilRows(executablePath: string, url: string): Promise<Set<string>> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const scripts = new Set<string>();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) scripts.add(pathname.slice(1));
    });
    await page.goto(url);
    await page.waitForSelector("[data-row]", { timeout: TIMEOUT_MS });
    return new Set(scripts);
  } finally {
    await browser.close();
  }
}

async function startBuiltServer() {
  const env = { ...process.env, PORT: "0", PULT_HOST: "127.0.0.1", PLUSOFON_TOKEN: "" };
  const child = spawn(process.execPath, ["dist/server/main.js"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const timeout = setTimeout(() => child.kill(), TIMEOUT_MS);
  for await (const line of lines) {
    const url = /https?:\/\/[^\s"]+/.exec(line)?.[0];
    if (url === undefined) continue;
    clearTimeout(timeout);
    return { url, stop: () => child.kill() };
  }
  throw new Error("The built server did not start.");
}

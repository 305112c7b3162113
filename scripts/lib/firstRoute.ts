import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "./browser.mjs";

/** Milliseconds for the server to start and for the rows to show, each. */
const PATIENCE_MS = 30_000;

/**
 * Opens the first list in a real browser, with the built app and the sandbox behind it, and
 * gives the scripts loaded until its rows show, as paths inside the client's folder.
 */
export async function scriptsOfFirstRoute(): Promise<Set<string>> {
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
    await page.waitForSelector("[data-row]", { timeout: PATIENCE_MS });
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
  const slow = setTimeout(() => child.kill(), PATIENCE_MS);
  for await (const line of lines) {
    const url = /https?:\/\/[^\s"]+/.exec(line)?.[0];
    if (url === undefined) continue;
    clearTimeout(slow);
    return { url, stop: () => child.kill() };
  }
  throw new Error("The built server did not start.");
}

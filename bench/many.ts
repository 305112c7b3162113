import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { startBuiltServer, waitForUrl } from "../e2e/lib/builtServer.ts";
import { withBrowser } from "./browser.ts";
import { report } from "./report.ts";

/** Accounts to create; the provider takes so many milliseconds for each. */
const PLAN = { accounts: 500, latencyMs: 100, lines: 5_000 };
/** Both under way at the same time, as the app has it. */
const AT_ONCE = 2;
const MAX_TIME = 1.15;
/** Megabytes that the page may hold in the end beyond what the rows themselves take. */
const MAX_GROWTH = 1.25;
const MAX_TASK_MS = 50;
const SANDBOX = join(import.meta.dirname, "../sandbox/main.ts");

/**
 * Creates many accounts from a list, against the same requests sent straight to the provider; and
 * opens the preview of a long list.
 */
export async function benchMany(): Promise<void> {
  const sandbox = await startSandbox();
  const server = startBuiltServer({ PLUSOFON_URL: sandbox.url, PLUSOFON_TOKEN: "bench" });
  try {
    const url = await waitForUrl(server);
    const alone = await timeAlone(sandbox.url);
    await withBrowser(async (browser) => {
      const options = { viewport: { width: 1280, height: 800 }, locale: "en" };
      await benchPreview(await browser.newPage(options), url);
      const page = await browser.newPage(options);
      await sandbox.control("reset", "POST", { accounts: 24 });
      await slowDown(sandbox);
      const session = await page.context().newCDPSession(page);
      const { ms, early, late } = await timeBatch(page, session, url);
      report(
        ms / alone <= MAX_TIME,
        `${PLAN.accounts} accounts created in ${(ms / alone).toFixed(2)} × what the provider alone takes ` +
          `(at most ${MAX_TIME}; ${(ms / 1000).toFixed(1)} and ${(alone / 1000).toFixed(1)} s, ` +
          `load ${loadavg()[0]?.toFixed(1)})`,
      );
      report(
        late / early <= MAX_GROWTH,
        `Memory of the page after the last account against a tenth of them: ${(late / early).toFixed(2)} × ` +
          `(at most ${MAX_GROWTH}; ${megabytes(late)} and ${megabytes(early)} MB)`,
      );
    });
  } finally {
    server.process.kill();
    sandbox.stop();
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** The sandbox as a provider, in a process of its own. */
async function startSandbox() {
  const port = 4700 + Math.floor(Math.random() * 200);
  const child = spawn(process.execPath, ["--import", "tsx", SANDBOX], {
    env: { ...process.env, SANDBOX_PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const url = `http://127.0.0.1:${port}`;
  const control = async (path: string, method: string, body: unknown) => {
    const response = await fetch(`${url}/__sandbox/${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...OWN_HEADER },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The sandbox answers ${response.status}.`);
  };
  return { url, control, stop: () => child.kill() };
}

const slowDown = ({ control }: Sandbox) =>
  control("faults", "PUT", [{ operation: "PUT /sip", fault: `latency:${PLAN.latencyMs}` }]);

/** Milliseconds for the same requests, sent straight to the provider. */
async function timeAlone(url: string): Promise<number> {
  const sandbox = { url } as Sandbox;
  const headers = {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: "Bearer bench",
    Client: "10553",
  };
  const control = async (path: string, method: string, body: unknown) => {
    await fetch(`${url}/__sandbox/${path}`, {
      method,
      headers: { ...headers, ...OWN_HEADER },
      body: JSON.stringify(body),
    });
  };
  await slowDown({ ...sandbox, control });
  const queue = Array.from({ length: PLAN.accounts }, (_, index) => 2_000 + index);
  const start = performance.now();
  const work = async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      const body = JSON.stringify({ name: `Person ${number}`, number, sip_timeout: 30 });
      const response = await fetch(`${url}/api/v1/sip`, { method: "PUT", headers, body });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`PUT /sip answers ${response.status}.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return performance.now() - start;
}

/** Creates the accounts in the app; the heap after a tenth of them, and in the end. */
async function timeBatch(page: Page, session: CDPSession, url: string) {
  await openList(page, url, PLAN.accounts);
  const send = page.getByRole("button", { name: `Create ${PLAN.accounts} accounts` });
  await send.waitFor();
  await page.waitForFunction(() =>
    document.querySelector("[data-bottom-bar] button:not(:disabled)"),
  );
  await send.click();
  const start = performance.now();
  const done = (n: number) =>
    page.getByText(new RegExp(`^${n} of ${PLAN.accounts} done`)).waitFor();
  await page.waitForFunction(
    (n) => Number.parseInt(document.querySelector("main .tabular")?.textContent ?? "0") >= n,
    PLAN.accounts / 10,
    { timeout: 300_000 },
  );
  const early = await measureHeap(session);
  page.setDefaultTimeout(300_000);
  await done(PLAN.accounts);
  const ms = performance.now() - start;
  return { ms, early, late: await measureHeap(session) };
}

async function measureHeap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

async function openList(page: Page, url: string, lines: number): Promise<void> {
  await page.goto(`${url}/sip/import`);
  const list = Array.from({ length: lines }, (_, index) => `${3_000 + index};Person ${index}`);
  await page.getByLabel("Or paste the list").fill(`Extension;Name\n${list.join("\n")}`);
}

/** The longest task of the page while the preview of a long list is made and shown. */
async function benchPreview(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sip/import`);
  await page.getByLabel("Or paste the list").waitFor();
  const list = Array.from({ length: PLAN.lines }, (_, index) => `${3_000 + index};Person ${index}`);
  const file = {
    name: "list.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Extension;Name\n${list.join("\n")}`),
  };
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: /^Create 5,?000 accounts/ }).waitFor();
  const longest = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { tasks: number[] }).tasks),
  );
  report(
    longest <= MAX_TASK_MS,
    `Preview of ${PLAN.lines} lines: the longest task takes ${longest.toFixed(0)} ms (at most ${MAX_TASK_MS})`,
  );
}

import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";
import { IN_MEMORY } from "./store/sqlite.ts";
import { fetchAsApp, TOKEN } from "#proxy/testing/proxy.ts";
import { recordingUpstream } from "#proxy/testing/upstream.ts";

let dir = "";
const settingsFor = (url: string, port = 0) => ({
  ...readSettings({ PLUSOFON_TOKEN: TOKEN, PLUSOFON_URL: url, PORT: String(port) }),
  store: { file: IN_MEMORY },
  watchEveryMs: Infinity,
});

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "pult-"));
  writeFileSync(join(dir, "index.html"), "<title>Pult</title>");
  return () => rmSync(dir, { recursive: true });
});

describe("the server without a token", () => {
  it("serves the app and a sandbox of the configured size", async () => {
    const settings = readSettings({ PORT: "0", SANDBOX_ACCOUNTS: "31" });
    const server = await startServer(settings, dir);
    onTestFinished(() => server.close());
    expect(server.mode).toBe("sandbox");
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await (await fetch(`${server.url}/sip`)).text()).toContain("<title>Pult</title>");
    const list = await (await fetchAsApp(`${server.url}/api/v1/sip?limit=10`)).json();
    expect(list).toMatchObject({ total: 31, current_page: 1 });
    const office = await (await fetchAsApp(`${server.url}/__sandbox/office`)).json();
    expect(office).toMatchObject({ accounts: 31, live: true });
  });
});

describe("the server with a base path", () => {
  it("serves paths with and without it, and refers to files with it", async () => {
    const settings = readSettings({ PORT: "0", BASE_PATH: "/pult" });
    writeFileSync(join(dir, "a.js"), "1");
    const page = '<html lang="en"><title>Pult</title><script src="./a.js"></script>';
    writeFileSync(join(dir, "index.html"), page);
    const server = await startServer(settings, dir);
    onTestFinished(() => server.close());
    const { origin, pathname } = new URL(server.url);
    expect(pathname).toBe("/pult");
    for (const base of [origin, server.url]) {
      for (const path of ["", "/", "/sip/25", "?a=1"]) {
        const text = await (await fetch(base + path)).text();
        expect(text).toBe(page.replace("<html", '<html data-base="/pult"').replace(".", "/pult"));
      }
      expect(await (await fetch(`${base}/a.js`)).text()).toBe("1");
      expect((await fetchAsApp(`${base}/api/session`)).status).toBe(200);
      expect((await fetch(`${base}/healthz`)).status).toBe(200);
    }
    expect((await fetchAsApp(`${origin}/pultx/api/session`)).headers.get("content-type")).toContain(
      "text/html",
    );
  });
});

describe("the server with a token", () => {
  it("finishes requests in flight before it closes", async () => {
    const events = new EventEmitter();
    const arrived = once(events, "arrived");
    const upstream = await recordingUpstream((request, response) => {
      // The journal's.
      if (request.method === "GET") return void response.end("{}");
      events.once("respond", () => response.end('{"success":true}'));
      events.emit("arrived");
    });
    onTestFinished(() => upstream.close());
    const server = await startServer(settingsFor(upstream.url), dir);
    const inFlight = fetchAsApp(`${server.url}/api/v1/sip/7`, { method: "DELETE" });
    await arrived;
    const closed = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow("fetch failed");
    events.emit("respond");
    expect(await (await inFlight).json()).toEqual({ success: true });
    await closed;
  });

  it("fails to start when the port is taken", async () => {
    const upstream = await recordingUpstream();
    onTestFinished(() => upstream.close());
    const starting = startServer(settingsFor(upstream.url, upstream.port), dir);
    await expect(starting).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("fails to start without a built app", async () => {
    const starting = startServer(readSettings({ PORT: "0" }), join(dir, "none"));
    await expect(starting).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("accepts the logins of a thousand external numbers in one query", async () => {
    const upstream = await recordingUpstream();
    const server = await startServer(settingsFor(upstream.url), dir);
    onTestFinished(async () => {
      await upstream.close();
      await server.close();
    });
    const logins = Array.from({ length: 1000 }, (_, index) => `trunk-of-the-office-${index}`);
    const query = new URLSearchParams(logins.map((login) => ["logins[]", login]));
    const response = await fetchAsApp(`${server.url}/api/v1/number/external/status?${query}`);
    expect(response.status).toBe(200);
    expect(JSON.parse(upstream.seen[0]?.body ?? "")).toEqual({ logins });
  });
});

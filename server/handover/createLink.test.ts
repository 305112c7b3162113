import { expect, it, onTestFinished } from "vitest";
import { toListener } from "#proxy/listener.ts";
import { fetchAsApp } from "#proxy/testing/proxy.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { SANDBOX_PASSWORD } from "#server/login/sandboxNames.ts";
import { createBrowser, startLogin } from "#server/login/testing/startLogin.ts";
import { openProxy } from "#server/openProxy.ts";
import { readSettings } from "#server/settings.ts";

const LINK = { account: 25, transport: "udp", port: 5060 };

it("a link of any office of the sandbox leads to its account, and is in its journal", async () => {
  const opened = await openProxy(readSettings({ SANDBOX_ACCOUNTS: "5" }));
  const server = await serve(toListener(opened.proxy));
  onTestFinished(async () => {
    await server.close();
    await opened.close();
  });
  const call = async (office: string, method: string, path: string, body?: object) => {
    const response = await fetchAsApp(`${server.url}${path}`, {
      method,
      headers: { "x-sandbox-office": office, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const office = "second";
  await call(office, "POST", "/__sandbox/reset", { accounts: 8, seed: 7 });
  await call(office, "PATCH", "/api/v1/sip/25", { name: "Only here" });
  const { path } = await call(office, "POST", "/api/pult/handover-links", LINK);
  const shown = await fetch(`${server.url}${String(path)}`, { method: "POST" });
  expect(await shown.text()).toContain("Only here");
  const operations = async (of: string) => {
    const { items } = await call(of, "GET", "/api/pult/journal?limit=2");
    return (items as { operation: string }[]).map(({ operation }) => operation);
  };
  expect(await operations(office)).toEqual(["OPEN /handover-links", "POST /handover-links"]);
  expect(await operations("third")).not.toContain("OPEN /handover-links");
});

it("a link is opened without a session where people sign in, and everything else is not", async () => {
  const opened = await openProxy(readSettings({ SANDBOX_ACCOUNTS: "5", LOGIN: "local" }));
  const server = await serve(toListener(opened.proxy));
  onTestFinished(async () => {
    await server.close();
    await opened.close();
  });
  const admin = createBrowser(server.url);
  await admin.signIn("anna", SANDBOX_PASSWORD);
  const made = await admin.send("POST", "/handover-links", LINK);
  const { path, devicePath } = made.json as { path: string; devicePath: string };
  expect((await fetch(server.url + path)).status).toBe(200);
  expect((await fetch(server.url + devicePath)).status).toBe(200);
  expect((await createBrowser(server.url).api("GET", "/sip/25")).status).toBe(401);
  const { json } = await admin.send("GET", "/journal?limit=2");
  expect((json as { items: object[] }).items).toMatchObject([
    { operation: "OPEN /handover-links", fields: { madeBy: "anna" } },
    { operation: "POST /handover-links", actor: "anna" },
  ]);
});

it("a link is made by an administrator alone, who typed the password in the last ten minutes", async () => {
  const clock = { aheadMs: 0 };
  const { addUser, store } = await startLogin({ now: () => Date.now() + clock.aheadMs });
  const admin = (await addUser("anna", "admin")).browser;
  const support = (await addUser("vera", "support")).browser;
  const make = (browser: typeof admin) => browser.send("POST", "/handover-links", LINK);
  expect((await make(support)).json).toMatchObject({ proxy: "role-required" });
  // There is no provider here: this is what comes after all checks.
  expect((await make(admin)).json).toMatchObject({ proxy: "upstream-unacceptable" });
  clock.aheadMs = 11 * 60_000;
  expect((await make(admin)).json).toMatchObject({ proxy: "verification-required" });
  const rows = await store.use((db) => db.selectFrom("handover_links").selectAll().execute());
  expect(rows).toEqual([]);
});

it("links count with the passwords that a person reveals in an hour", async () => {
  const { addUser } = await startLogin();
  const { browser } = await addUser("anna", "admin");
  const reveal = { "x-pult-reveal": "password" };
  for (let i = 0; i < 15; i += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await browser.send("POST", "/handover-links", LINK);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await browser.api("GET", "/sip/25", undefined, reveal);
  }
  const { status } = await browser.send("POST", "/handover-links", LINK);
  expect(status).toBe(429);
  expect((await browser.api("GET", "/sip/25", undefined, reveal)).status).toBe(429);
  expect((await browser.api("GET", "/sip/25")).status).toBe(200);
});

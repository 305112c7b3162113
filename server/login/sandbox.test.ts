import { expect, it, onTestFinished } from "vitest";
import { toListener } from "#proxy/listener.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { openProxy } from "#server/openProxy.ts";
import { readSettings } from "#server/settings.ts";
import { SANDBOX_PASSWORD } from "./sandboxNames.ts";
import { createBrowser } from "./testing/startLogin.ts";

/** The sandbox, where people sign in. */
async function start() {
  const opened = await openProxy(readSettings({ LOGIN: "local" }));
  const server = await serve(toListener(opened.proxy));
  onTestFinished(async () => {
    await server.close();
    await opened.close();
  });
  const signIn = async (name: string) => {
    const browser = createBrowser(server.url);
    expect((await browser.signIn(name, SANDBOX_PASSWORD)).status).toBe(200);
    return browser;
  };
  return { signIn, browser: () => createBrowser(server.url) };
}

it("leaves the sandbox's switches to administrators", async () => {
  const { signIn, browser } = await start();
  const reset = ["POST", "/__sandbox/reset", { accounts: 12 }] as const;
  expect(await browser().fetchPath(...reset)).toMatchObject({
    status: 401,
    json: { proxy: "sign-in-required" },
  });
  const vera = await signIn("vera");
  expect(await vera.fetchPath(...reset)).toMatchObject({
    status: 403,
    json: { proxy: "role-required" },
  });
  const anna = await signIn("anna");
  expect((await anna.fetchPath(...reset)).status).toBe(200);
});

it("keeps everybody signed in when an office starts over, and records who comes", async () => {
  const { signIn } = await start();
  const anna = await signIn("anna");
  await anna.fetchPath("POST", "/__sandbox/reset", { accounts: 12 });
  expect((await anna.api("GET", "/sip")).status).toBe(200);
  await signIn("vera");
  const { items } = (await anna.send("GET", "/journal")).json as { items: object[] };
  expect(items).toMatchObject([{ operation: "POST /sign-in", outcome: "done" }]);
});

it("keeps the default office, however many others there are", async () => {
  const { signIn } = await start();
  const anna = await signIn("anna");
  for (let count = 0; count < 70; count++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await anna.send("GET", "/journal", undefined, { "x-sandbox-office": `office-${count}` });
  }
  const { items } = (await anna.send("GET", "/journal")).json as { items: object[] };
  expect(items).toHaveLength(50);
});

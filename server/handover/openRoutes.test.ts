import { describe, expect, it } from "vitest";
import { createMemoryStore } from "#server/store/store.ts";
import { pageLanguage } from "./texts.ts";
import { ACCOUNT, startHandover } from "./testing/startHandover.ts";

const start = (basePath?: string) => startHandover(createMemoryStore(), basePath);

describe("a link whose account can't be read", () => {
  it.each([
    ["the provider gives another account", { status: 200, body: { ...ACCOUNT, id: 26 } }],
    ["the provider fails", { status: 500, body: { message: "Server Error" } }],
    ["the account has no password", { status: 200, body: { ...ACCOUNT, password: "" } }],
    ["the password can't be typed", { status: 200, body: { ...ACCOUNT, password: "a\u0000b" } }],
  ])("shows nothing and stays open: %s", async (_, answer) => {
    const { create, open, provider } = await start();
    const { path, devicePath } = await create();
    provider.answer = answer;
    for (const [where, method] of [
      [path, "POST"],
      [devicePath, "GET"],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status, text } = await open(where, method);
      expect(status).toBe(503);
      expect(text).toContain("Ссылка ещё не использована");
      expect(text).not.toMatch(/login-of-25|sip\.example|ж😀/);
    }
    provider.answer = { status: 200, body: ACCOUNT };
    expect((await open(path, "POST")).status).toBe(200);
  });

  it("is not made for another account than the one asked for", async () => {
    const { create, provider, journal } = await start();
    provider.answer = { status: 200, body: { ...ACCOUNT, id: 26 } };
    expect((await create()).status).toBe(502);
    expect(await journal()).toEqual([]);
  });
});

it("a link needs a transport and a port that exist", async () => {
  const { create } = await start();
  const wrong = [
    { account: 25, transport: "sctp", port: 5060 },
    { account: 25, transport: "udp", port: 0 },
    { account: 25, transport: "udp", port: 65_536 },
    { account: "25", transport: "udp", port: 5060 },
  ];
  for (const body of wrong) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await create(body)).status).toBe(400);
  }
});

it("thirty tries a minute are answered to one address, the rest told to wait", async () => {
  const { create, open, clock } = await start();
  const { path } = await create();
  for (let i = 0; i < 30; i += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await open("/handover/nothing")).status).toBe(404);
  }
  const refused = await open(path, "POST");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
  expect(refused.text).toContain("Слишком много попыток");
  const other = { "x-forwarded-for": "203.0.113.7" };
  expect((await open(path, "GET", other)).status).toBe(200);
  clock.aheadMs = 61_000;
  expect((await open(path, "POST")).status).toBe(200);
});

it("every answer under the path keeps to itself", async () => {
  const { create, open } = await start();
  const { path, devicePath } = await create();
  const answers = [
    await open("/handover/x"),
    await open(path),
    await open(devicePath, "HEAD"),
    await open(devicePath),
  ];
  for (const { headers } of answers) {
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
    });
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  }
});

it.each(["/pult", ""])(
  "a link works with the base path %j, passed on or stripped",
  async (base) => {
    const { create, open } = await start("/pult");
    const { path } = await create();
    expect((await open(base + path)).status).toBe(200);
    const { text } = await open(base + path, "POST");
    // Relative, as only the browser knows what stands before it.
    expect(text).toMatch(/data-path="[\w-]{43}\/linphone\.xml"/);
  },
);

it.each([
  ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
  ["en-GB,en;q=0.9,ru;q=0.8", "en"],
  ["de-DE, ru;q=0.5", "ru"],
  ["en;q=0.1, ru;q=0.2", "ru"],
  ["rue", "en"],
  ["", "en"],
  [";;q=,,ru;q=x", "en"],
])("a page for a browser that accepts %j is in %s", (accepted, language) => {
  expect(pageLanguage(accepted)).toBe(language);
});

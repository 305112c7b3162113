import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { AlertRuleFields } from "#api/alerts.ts";
import { toListener } from "#proxy/listener.ts";
import { fetchAsApp } from "#proxy/testing/proxy.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { openProxy } from "#server/openProxy.ts";
import { readSettings } from "#server/settings.ts";
import { startMailServer } from "./testing/mailServer.ts";
import { answer, startReceiver } from "./testing/receiver.ts";

const SECRET = "a-secret-of-sixteen-and-more";
const TOKEN = "123456:AAbb-CCdd_EEff00112233";

/** A whole server with the sandbox. */
async function start(env: Record<string, string> = {}) {
  const opened = await openProxy(readSettings({ SANDBOX_ACCOUNTS: "5", ...env }));
  const server = await serve(toListener(opened.proxy));
  onTestFinished(async () => {
    await server.close();
    await opened.close();
  });
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetchAsApp(`${server.url}/api/pult${path}`, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, json: JSON.parse(text) as Record<string, unknown> };
  };
  const create = async (path: string, body: unknown) => {
    const { status, json } = await call("POST", path, body);
    expect(status).toBe(200);
    return String(json["id"]);
  };
  const journal = async () => {
    const { text, json } = await call("GET", "/journal?kind=alert");
    return { text, items: json["items"] as { operation: string; outcome: string }[] };
  };
  return { url: server.url, call, create, journal };
}

const CHANNEL = { name: "Hook", language: "en", isOn: true };
const webhook = (url: string) => ({ type: "webhook", url, secret: SECRET });

const RULE: AlertRuleFields = {
  name: "All",
  isOn: true,
  condition: { type: "offline", kind: "sip", ids: [], flapping: { drops: 3, minutes: 60 } },
  looksDown: 2,
  looksUp: 2,
  tellsEnd: true,
  groupSeconds: 60,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }],
  zone: "Europe/Moscow",
  pausedUntil: null,
  channels: [],
};

describe("channels", () => {
  it("never show a secret again, in no answer and not in the journal", async () => {
    const { call, create, journal } = await start();
    const id = await create("/alerts/channels", {
      ...CHANNEL,
      target: webhook("https://hooks.example.com/x"),
    });
    const bot = { type: "telegram", chat: "-100123", secret: TOKEN };
    const telegram = await create("/alerts/channels", { ...CHANNEL, target: bot });
    const { text, json } = await call("GET", "/alerts/channels");
    expect(json).toEqual({
      items: [
        {
          id,
          ...CHANNEL,
          target: { type: "webhook", url: "https://hooks.example.com/x", hasSecret: true },
        },
        {
          id: telegram,
          ...CHANNEL,
          target: { type: "telegram", chat: "-100123", hasSecret: true },
        },
      ],
      canMail: false,
    });
    await call("PATCH", `/alerts/channels/${telegram}`, { target: { ...bot, chat: "-100124" } });
    await call("DELETE", `/alerts/channels/${telegram}`);
    const told = await journal();
    expect(told.items).toMatchObject([
      { operation: "DELETE /alerts/channels/{id}", before: { secret: "***" } },
      {
        operation: "PATCH /alerts/channels/{id}",
        fields: { chat: "-100124", secret: "***" },
        before: { chat: "-100123" },
      },
      { operation: "POST /alerts/channels" },
      { operation: "POST /alerts/channels", fields: { kind: "webhook", secret: "***" } },
    ]);
    for (const answered of [text, told.text])
      expect(answered).not.toMatch(new RegExp(`${SECRET}|${TOKEN}`));
  });

  it("keep their secret, but send it to no other address", async () => {
    const [one, other] = [await startReceiver(), await startReceiver()];
    const { call, create } = await start();
    const id = await create("/alerts/channels", { ...CHANNEL, target: webhook(one.url) });
    const path = `/alerts/channels/${id}`;
    const moved = await call("PATCH", path, { target: { type: "webhook", url: other.url } });
    expect([moved.status, moved.json["proxy"]]).toEqual([400, "bad-request"]);
    expect((await call("PATCH", path, { name: "Renamed" })).status).toBe(200);
    expect((await call("PATCH", path, { target: { type: "webhook", url: one.url } })).status).toBe(
      200,
    );
    expect((await call("POST", `${path}/test`)).json).toMatchObject({ isDelivered: true });
    expect([one.seen.length, other.seen.length]).toEqual([1, 0]);
    const { items } = (await call("GET", "/alerts/channels")).json as { items: object[] };
    expect(items).toMatchObject([{ name: "Renamed", target: { url: one.url, hasSecret: true } }]);
  });

  it("are refused where they can't be meant", async () => {
    const { call } = await start();
    for (const target of [
      webhook("file:///etc/passwd"),
      webhook("ftp://hooks.example.com/"),
      webhook("https://user:password@hooks.example.com/"),
      { ...webhook("https://hooks.example.com/"), secret: "short" },
      { type: "webhook", url: "https://hooks.example.com/" },
      { type: "telegram", chat: "1/../getMe", secret: TOKEN },
      { type: "telegram", chat: "1", secret: `${TOKEN}/../x` },
      { type: "email", to: [] },
      { type: "email", to: ["anna@example.com, eve@example.com"] },
      { type: "email", to: ["anna@example.com\r\nBcc: eve@example.com"] },
      { type: "fax", number: "1" },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status } = await call("POST", "/alerts/channels", { ...CHANNEL, target });
      expect([target, status]).toEqual([target, 400]);
    }
    expect((await call("PATCH", "/alerts/channels/none", { name: "x" })).status).toBe(404);
  });
});

describe("the test of a channel", () => {
  it("shows what the other side answered, and is in the journal", async () => {
    const receiver = await startReceiver(answer(500, `no: ${SECRET}`));
    const { call, create, journal } = await start();
    const id = await create("/alerts/channels", { ...CHANNEL, target: webhook(receiver.url) });
    const { json } = await call("POST", `/alerts/channels/${id}/test`);
    expect(json).toMatchObject({ success: true, isDelivered: false, answer: "HTTP 500 no: ***" });
    expect(JSON.parse(receiver.seen[0]?.body ?? "")).toMatchObject({ type: "test", rule: null });
    expect((await journal()).items[0]).toMatchObject({
      operation: "POST /alerts/channels/{id}/test",
      outcome: "refused",
      message: "HTTP 500 no: ***",
    });
  });

  it("sends a letter by the server of the settings", async () => {
    const { letters, port } = await startMailServer();
    const { call, create } = await start({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      SMTP_FROM: "pult@office.example",
      PUBLIC_URL: "https://pult.example.com",
    });
    const target = { type: "email", to: ["anna@office.example"] };
    const id = await create("/alerts/channels", { ...CHANNEL, language: "ru", target });
    expect((await call("GET", "/alerts/channels")).json).toMatchObject({ canMail: true });
    const { json } = await call("POST", `/alerts/channels/${id}/test`);
    expect(json).toMatchObject({ isDelivered: true, answer: expect.stringMatching(/^250 /) });
    expect(letters).toMatchObject([{ to: ["anna@office.example"] }]);
  });

  it("reaches the Telegram of the settings", async () => {
    const telegram = await startReceiver(answer(200, '{"ok":true}'));
    const { call, create } = await start({ TELEGRAM_URL: `${telegram.url}/` });
    const target = { type: "telegram", chat: "@office_alerts", secret: TOKEN };
    const id = await create("/alerts/channels", { ...CHANNEL, target });
    const { json } = await call("POST", `/alerts/channels/${id}/test`);
    expect(json).toMatchObject({ isDelivered: true });
    expect(telegram.seen[0]?.target).toBe(`/bot${TOKEN}/sendMessage`);
  });
});

describe("rules", () => {
  it("are created, changed and deleted, each in the journal with what was before", async () => {
    const { call, create, journal } = await start();
    const target = webhook("https://hooks.example.com/x");
    const channel = await create("/alerts/channels", { ...CHANNEL, target });
    const rule = { ...RULE, channels: [channel] };
    const id = await create("/alerts/rules", rule);
    await call("PATCH", `/alerts/rules/${id}`, { looksDown: 5 });
    const { json } = await call("GET", "/alerts/rules");
    expect(json).toEqual({
      items: [{ ...rule, looksDown: 5, id }],
      channels: [{ id: channel, name: "Hook", type: "webhook", isOn: true }],
      pausedUntil: null,
    });
    await call("DELETE", `/alerts/channels/${channel}`);
    expect((await call("GET", "/alerts/rules")).json).toMatchObject({ items: [{ channels: [] }] });
    await call("DELETE", `/alerts/rules/${id}`);
    expect((await call("GET", "/alerts/rules")).json).toMatchObject({ items: [] });
    const [deleted, , changed, created] = (await journal()).items;
    expect(created).toMatchObject({ fields: { name: "All", channels: ["Hook"] } });
    expect(deleted).toMatchObject({ operation: "DELETE /alerts/rules/{id}", fields: {} });
    expect(changed).toMatchObject({ fields: { looksDown: 5 }, before: { looksDown: 2 } });
  });

  it.each([
    { zone: "Mars/Olympus" },
    { hours: [{ days: [8], from: "09:00", to: "18:00" }] },
    { hours: [{ days: [1], from: "9", to: "24:00" }] },
    { looksDown: 0 },
    { condition: { type: "many", kind: "sip", ids: [], atLeast: 1 } },
    { condition: { type: "offline", kind: "fax", ids: [], flapping: null } },
    { name: "two\nlines" },
  ])("are refused with %j", async (wrong) => {
    const { call } = await start();
    expect((await call("POST", "/alerts/rules", { ...RULE, ...wrong })).status).toBe(400);
  });

  it("are all paused until a moment, and go on", async () => {
    const { call } = await start();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await call("POST", "/alerts/pause", { until });
    expect((await call("GET", "/alerts/rules")).json).toMatchObject({ pausedUntil: until });
    await call("POST", "/alerts/pause", { until: null });
    expect((await call("GET", "/alerts/rules")).json).toMatchObject({ pausedUntil: null });
  });
});

describe("a server that watches", () => {
  it("tells the receiver what its looks find", async () => {
    const receiver = await startReceiver();
    const { call, create } = await start({ WATCH_EVERY: "1", SANDBOX_ACCOUNTS: "24" });
    const target = webhook(receiver.url);
    const channel = await create("/alerts/channels", { ...CHANNEL, target });
    // Some are offline in any office of the sandbox: they are so from the first look on.
    const condition = { type: "many", kind: "sip", ids: [], atLeast: 2 } as const;
    const rule = { ...RULE, looksDown: 1, groupSeconds: 0, hours: [], condition };
    await create("/alerts/rules", { ...rule, channels: [channel] });
    await vi.waitFor(() => expect(receiver.seen.length).toBeGreaterThan(0), 10_000);
    const message = JSON.parse(receiver.seen[0]?.body ?? "") as { down: { items: object[] } };
    expect(message).toMatchObject({ type: "many", isOver: false, rule: { name: "All" } });
    // Known by extension and name.
    for (const item of message.down.items) {
      expect(item).toMatchObject({
        number: expect.stringMatching(/^\d+$/),
        name: expect.any(String),
      });
    }
    const { items } = (await call("GET", "/alerts/deliveries")).json as { items: object[] };
    expect(items).toMatchObject([{ rule: "All", channel: "Hook" }]);
  });
});

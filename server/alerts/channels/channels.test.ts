import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import dns from "node:dns";
import { describe, expect, it, vi } from "vitest";
import type { ChannelTarget } from "#api/alerts.ts";
import type { AlertMessage } from "../message.ts";
import { startMailServer } from "../testing/mailServer.ts";
import { answer, startReceiver } from "../testing/receiver.ts";
import type { SmtpSettings } from "./email.ts";
import { createSend } from "./send.ts";

const SECRET = "a-secret-of-sixteen-and-more";
const TOKEN = "123456:AAbb-CCdd_EEff00112233";
const NOWHERE = "http://127.0.0.1:9";
/** Of those that are never answered. */
const SHORT_MS = 300;

const MESSAGE: AlertMessage = {
  id: "0b1c5b53-7f43-4d3e-8b61-5d2d7a9d7f00",
  at: "2026-01-15T09:00:00.000Z",
  rule: { id: "r1", name: "Весь офис" },
  link: "https://pult.example.com/status",
  type: "objects",
  kind: "sip",
  down: {
    count: 1,
    items: [
      {
        id: 25,
        number: "214",
        name: "Приёмная\r\nBcc: eve@example.com",
        since: "2026-01-15T08:59:00.000Z",
      },
    ],
  },
  up: { count: 0, items: [] },
  flapping: { count: 0, items: [] },
  calm: { count: 0, items: [] },
  others: 0,
};

function send(
  target: ChannelTarget,
  more: { smtp?: Partial<SmtpSettings>; telegramUrl?: string; timeoutMs?: number } = {},
) {
  const { smtp, telegramUrl = NOWHERE, timeoutMs = 10_000 } = more;
  const from = "Пульт <pult@office.example>";
  const none = { host: "127.0.0.1", secure: false, user: undefined, password: undefined };
  const server = { ...none, port: 9, from, ca: undefined, ...smtp };
  const settings = {
    smtp: smtp === undefined ? undefined : server,
    telegramUrl,
    publicUrl: undefined,
  };
  const options = { settings, network: {}, timeoutMs };
  const { signal } = new AbortController();
  return createSend(options)({ language: "ru", target }, MESSAGE, {
    zone: "Europe/Moscow",
    signal,
  });
}

const to = (url: string, more = {}) =>
  send({ type: "webhook", url: `${url}/hook?x=1`, secret: SECRET }, more);

type Answer = (error: null, addresses: object[]) => void;

describe("a webhook", () => {
  it("gets JSON with the event's id, signed so that the other side can prove it", async () => {
    const receiver = await startReceiver();
    expect(await to(receiver.url)).toEqual({ isDelivered: true, answer: "HTTP 200 ok" });
    const [seen] = receiver.seen;
    const { method, target, headers = {}, body = "" } = seen ?? {};
    expect([method, target]).toEqual(["POST", "/hook?x=1"]);
    expect(JSON.parse(body)).toEqual({ ...MESSAGE, text: expect.stringContaining("Не в сети") });
    expect(headers["x-pult-event"]).toBe(MESSAGE.id);
    const [, t = "", v1] =
      /^t=(\d+),v1=([\da-f]{64})$/.exec(String(headers["x-pult-signature"])) ?? [];
    expect(Math.abs(Number(t) - Date.now() / 1000)).toBeLessThan(60);
    expect(v1).toBe(createHmac("sha256", SECRET).update(`${t}.${body}`).digest("hex"));
    expect(JSON.stringify([headers, body])).not.toContain(SECRET);
  });

  it.each([
    [500, "HTTP 500 no"],
    [302, "HTTP 302 no"],
    [404, "HTTP 404 no"],
  ])("that answers %d has not got it, and is not followed elsewhere", async (status, said) => {
    const other = await startReceiver();
    const receiver = await startReceiver(answer(status, "no", { location: other.url }));
    expect(await to(receiver.url)).toEqual({ isDelivered: false, answer: said });
    expect([receiver.seen.length, other.seen.length]).toEqual([1, 0]);
  });

  it("that has too much to do says when to come again", async () => {
    const receiver = await startReceiver(answer(429, "slowly", { "retry-after": "120" }));
    expect(await to(receiver.url)).toMatchObject({ isDelivered: false, retryAfterMs: 120_000 });
  });

  it("that is down or too slow has not got it", async () => {
    expect(await to(NOWHERE)).toEqual({ isDelivered: false, answer: "ECONNREFUSED" });
    const slow = await startReceiver(() => undefined);
    expect(await to(slow.url, { timeoutMs: SHORT_MS })).toEqual({
      isDelivered: false,
      answer: "timeout",
    });
  });

  it("is not sent to the machine's own link, by address or by name", async () => {
    const refused = { isDelivered: false, answer: "LINK_LOCAL" };
    expect(await to("http://169.254.169.254")).toEqual(refused);
    const names: string[] = [];
    const address = { address: "fe80::1", family: 6 };
    vi.spyOn(dns, "lookup").mockImplementationOnce(((host: string, _: object, done: Answer) => {
      names.push(host);
      done(null, [address]);
    }) as unknown as typeof dns.lookup);
    expect(await to("http://hooks.example.com")).toEqual(refused);
    expect(names).toEqual(["hooks.example.com"]);
  });

  it("that echoes the secret and never ends shows neither the secret nor all of it", async () => {
    const receiver = await startReceiver((response) => {
      response.writeHead(200);
      response.write(`${SECRET}\n<script>${"x".repeat(100_000)}`);
    });
    const { isDelivered, answer: said } = await to(receiver.url);
    expect(isDelivered).toBe(true);
    expect(said).toMatch(/^HTTP 200 \*\*\* <script>x+$/);
    expect(said.length).toBeLessThanOrEqual(500);
  });
});

describe("a Telegram bot", () => {
  const target: ChannelTarget = { type: "telegram", chat: "-100123", secret: TOKEN };

  it("sends plain text to the chat", async () => {
    const api = await startReceiver(answer(200, '{"ok":true,"result":{"message_id":1}}'));
    const sent = await send(target, { telegramUrl: api.url });
    expect(sent).toEqual({ isDelivered: true, answer: "HTTP 200 ok" });
    expect(api.seen[0]?.target).toBe(`/bot${TOKEN}/sendMessage`);
    const body = JSON.parse(api.seen[0]?.body ?? "") as { text: string };
    expect(body).toMatchObject({ chat_id: "-100123" });
    expect(body).not.toHaveProperty("parse_mode");
    expect(body.text).toContain("• 214 Приёмная Bcc: eve@example.com: с 11:59");
  });

  it("that may not write there, or too often, says so", async () => {
    const refusal = '{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked"}';
    const api = await startReceiver(answer(403, refusal));
    expect(await send(target, { telegramUrl: api.url })).toEqual({
      isDelivered: false,
      answer: "HTTP 403 Forbidden: bot was kicked",
    });
    const limit = '{"ok":false,"description":"Too Many Requests","parameters":{"retry_after":7}}';
    api.become(answer(429, limit));
    expect(await send(target, { telegramUrl: api.url })).toMatchObject({ retryAfterMs: 7_000 });
  });

  it("tells nothing of its token, whatever goes wrong", async () => {
    const api = await startReceiver(answer(404, `no bot ${TOKEN}`));
    expect((await send(target, { telegramUrl: api.url })).answer).toBe("HTTP 404 no bot ***");
    expect((await send(target)).answer).toBe("ECONNREFUSED");
  });
});

const tls = (name: string) => readFileSync(`proxy/testing/tls/${name}`, "utf8");

describe("an e-mail", () => {
  const target: ChannelTarget = {
    type: "email",
    to: ["anna@office.example", "boris@почта.рф"],
  };

  it("is a letter to all addresses, with an id that each attempt has", async () => {
    const { letters, port } = await startMailServer();
    for (const _ of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await send(target, { smtp: { port } })).toMatchObject({ isDelivered: true });
    }
    expect(letters).toHaveLength(2);
    expect(letters[0]).toMatchObject({
      from: "pult@office.example",
      to: ["anna@office.example", "boris@почта.рф"],
    });
    const ids = letters.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]?.trim());
    expect(ids).toEqual(Array.from({ length: 2 }, () => `<${MESSAGE.id}@office.example>`));
    expect(letters[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(letters[0]?.raw).toMatch(/^To: .*boris@xn--80a1acny\.xn--p1ai/m);
    expect(letters[0]?.raw).not.toMatch(/^Bcc:/m);
  });

  it("signs in where the server wants it, and says no password when it is wrong", async () => {
    const { letters, port } = await startMailServer({
      authOptional: false,
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        password === SECRET
          ? done(null, { user: username })
          : done(new Error(`${String(password)} is wrong`)),
    });
    const user = "pult";
    const right = await send(target, { smtp: { port, user, password: SECRET } });
    expect([right.isDelivered, letters.length]).toEqual([true, 1]);
    const wrong = await send(target, { smtp: { port, user, password: "hunter2-hunter2" } });
    expect(wrong.isDelivered).toBe(false);
    expect(wrong.answer).toMatch(/^535 /);
    expect(wrong.answer).not.toContain("hunter2");
  });

  it("goes over TLS to a server that proves its name by a trusted authority, and to no other", async () => {
    const keys = { key: tls("server.key"), cert: tls("server.pem") };
    const { letters, port } = await startMailServer({ secure: true, ...keys });
    const smtp = { port, secure: true };
    const unknown = await send(target, { smtp });
    expect(unknown).toMatchObject({ isDelivered: false });
    expect(unknown.answer).toMatch(/unable to verify|self.signed|issuer certificate/i);
    // The certificate is that of another name.
    const trusted = await send(target, { smtp: { ...smtp, ca: [tls("ca.pem")] } });
    expect(trusted.answer).toContain("does not match certificate");
    expect(letters).toEqual([]);
  });

  it("is not taken by a server that is full, slow or down", async () => {
    const full = await startMailServer({
      onMailFrom: (_, __, done) =>
        done(Object.assign(new Error("Mailbox full"), { responseCode: 452 })),
    });
    const refused = await send(target, { smtp: { port: full.port } });
    expect(refused).toEqual({ isDelivered: false, answer: "452 Mailbox full" });
    const slow = await startMailServer({ onConnect: () => undefined });
    expect(await send(target, { smtp: { port: slow.port }, timeoutMs: SHORT_MS })).toMatchObject({
      isDelivered: false,
    });
    const down = await send(target, { smtp: { port: 9 } });
    expect(down).toEqual({ isDelivered: false, answer: "connect ECONNREFUSED 127.0.0.1:9" });
    expect(await send(target)).toEqual({ isDelivered: false, answer: "SMTP_URL is not set" });
  });

  it("has arrived where one of its addresses is taken, and says which is not", async () => {
    const { port } = await startMailServer({
      onRcptTo: ({ address }, _, done) =>
        address.startsWith("anna") ? done() : done(new Error("no such user")),
    });
    const sent = await send(target, { smtp: { port } });
    expect(sent.isDelivered).toBe(true);
    expect(sent.answer).toContain("not taken for: boris@");
  });
});

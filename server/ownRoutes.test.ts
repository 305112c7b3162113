import { describe, expect, it, onTestFinished } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { planUndo } from "#domain/journal/undo/planUndo.ts";
import { toListener } from "#proxy/listener.ts";
import { fetchAsApp } from "#proxy/testing/proxy.ts";
import { serve } from "#proxy/testing/upstream.ts";
import { openProxy } from "./openProxy.ts";
import { readSettings } from "./settings.ts";
import type { StoreLocation } from "./store/store.ts";

/** The server's API; with a token its provider does not exist. */
async function start(settings: { token?: string; store?: StoreLocation } = {}) {
  const { token, store = { file: ":memory:" } } = settings;
  const opened = await openProxy({
    ...readSettings({ PLUSOFON_URL: "http://127.0.0.1:9" }),
    token,
    store,
  });
  const server = await serve(toListener(opened.proxy));
  const { url } = server;
  onTestFinished(async () => {
    await server.close();
    await opened.close();
  });
  const send = (path: string, init: RequestInit = {}) => fetchAsApp(url + path, init);
  const json = async (path: string, init?: RequestInit) => (await send(path, init)).json();
  return { url, send, json };
}

const JOURNAL = "/api/pult/journal";
const rename = (office: string) => ({
  method: "PATCH",
  headers: { "content-type": "application/json", "x-sandbox-office": office },
  body: '{"name":"Новый отдел"}',
});
const office = (name: string) => ({ headers: { "x-sandbox-office": name } });

describe("GET /api/pult/journal", () => {
  it("returns a made-up past in the sandbox's default office", async () => {
    const { json } = await start();
    const { items } = (await json(`${JOURNAL}?limit=200`)) as { items: { at: string }[] };
    expect(items).toHaveLength(60);
    const moments = items.map(({ at }) => Date.parse(at));
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    expect(moments[0]).toBeLessThan(Date.now());
  });

  it("has a past of two administrators, with a batch, an undo, a forwarding and a password shown", async () => {
    const { json } = await start();
    const { items } = (await json(`${JOURNAL}?limit=200`)) as { items: JournalEntry[] };
    expect(await json(`${JOURNAL}/actors`)).toEqual({ actors: ["anna", "boris"] });
    expect(items.filter(({ batch }) => batch !== null)).toHaveLength(2);
    const undo = items.find(({ undoes }) => undoes !== null);
    expect(items.find(({ id }) => id === undo?.undoes)).toMatchObject({ undoneBy: undo?.id });
    const operations = new Set(items.map(({ operation }) => operation));
    expect([...operations]).toEqual(
      expect.arrayContaining([
        "GET /sip/{id}",
        "PUT /sip/{id}/scenarios/{sid}",
        "POST /number/external/follow",
        "PUT /direction",
        "DELETE /direction",
      ]),
    );
    const replacement = items.find(({ operation }) => operation.startsWith("PUT /sip/{id}/sc"));
    expect(replacement && planUndo(replacement).can).toBe(true);
  });

  it("returns the writes of the request's sandbox office, until it is reset", async () => {
    const { send, json } = await start();
    expect(await json(JOURNAL, office("a"))).toEqual({ items: [], next: null });
    await send("/api/v1/sip/25", rename("a"));
    expect(await json(JOURNAL, office("a"))).toMatchObject({
      items: [{ operation: "PATCH /sip/{id}", outcome: "done", object: { id: "25" } }],
      next: null,
    });
    expect(await json(JOURNAL, office("b"))).toEqual({ items: [], next: null });
    await send("/__sandbox/reset", { ...office("a"), method: "POST" });
    expect(await json(JOURNAL, office("a"))).toEqual({ items: [], next: null });
  });

  it.each(["limit=0", "limit=201", "limit=x", "before=0", "kind=fax", "from=yesterday"])(
    "rejects ?%s",
    async (query) => {
      const { send } = await start();
      const response = await send(`${JOURNAL}?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ proxy: "bad-request" });
    },
  );

  it("allows no other method, and no request of another site", async () => {
    const { url, send } = await start();
    const post = await send(JOURNAL, { method: "POST" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET"]);
    expect((await fetch(url + JOURNAL)).status).toBe(403);
  });
});

describe("GET /api/pult/remembered", () => {
  const SCENARIO = "/api/v1/sip/25/scenarios/40";
  const BODY = {
    name: "Днём",
    sequence_rule: "single",
    sip_timeout: 20,
    phones: [{ number: "79000000001", timeout: 25 }],
    voicemail: false,
  };

  it("returns what a write saved, for the office that it was sent to, until that is reset", async () => {
    const { send, json } = await start();
    const path = "/api/pult/remembered/sip/25";
    const headers = { "content-type": "application/json", ...office("a").headers };
    await send(SCENARIO, { method: "PUT", headers, body: JSON.stringify(BODY) });
    expect(await json(path, office("a"))).toMatchObject({
      items: [{ id: 40, values: BODY, actor: "anonymous", certain: true }],
    });
    expect(await json(path, office("b"))).toEqual({ items: [] });
    await send("/__sandbox/reset", { ...office("a"), method: "POST" });
    expect(await json(path, office("a"))).toEqual({ items: [] });
  });

  it("returns a made-up memory in the sandbox's default office", async () => {
    const { json } = await start();
    const { items } = (await json("/api/pult/remembered/sip/25")) as { items: object[] };
    expect(items.length).toBeGreaterThan(1);
    expect(await json("/api/pult/remembered/sip/29")).toEqual({ items: [] });
    expect(await json("/api/pult/remembered/external")).toMatchObject({
      items: [
        { values: { type: "group" } },
        { values: { type: "empty" } },
        { values: { type: "sip" } },
      ],
    });
  });

  it("has no account that is not a number", async () => {
    const { send } = await start();
    expect((await send("/api/pult/remembered/sip/x")).status).toBe(404);
  });
});

describe("a server whose store does not work", () => {
  const broken = { token: "12|abc", store: { url: "postgres://postgres:hunter2@127.0.0.1:1/x" } };

  it("starts, and says that it is degraded", async () => {
    const { json } = await start(broken);
    expect(await json("/healthz")).toEqual({ status: "degraded", store: "unreachable" });
  });

  it("refuses a write and the journal in words, without the store's address", async () => {
    const { send } = await start(broken);
    for (const response of [
      await send(JOURNAL),
      await send("/api/v1/sip/25", { ...rename("a"), method: "DELETE", body: null }),
    ]) {
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ proxy: "store-failed", store: "unreachable" });
      expect(text).not.toMatch(/hunter2|127\.0\.0\.1/);
    }
  });
});

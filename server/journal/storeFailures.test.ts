import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchAsApp, startPair } from "#proxy/testing/proxy.ts";
import { addOwnRoutes } from "#server/ownRoutes.ts";
import { NO_UPSTREAM } from "#proxy/writeForServer.ts";
import { NO_WATCHES } from "#server/watch/watchOffices.ts";
import { createMemoryStore, createStore, type Store } from "#server/store/store.ts";
import { NO_ALERTS } from "#server/alerts/alerts.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { recordWrites } from "./recordWrites.ts";

const log = () => undefined;

async function startOn(store: Store) {
  const { upstream, proxy } = await startPair(undefined, {
    aroundWrite: recordWrites({ storeOf: () => store, log }),
    addRoutes: (app) =>
      addOwnRoutes(app, {
        storeOf: () => store,
        watches: NO_WATCHES,
        alerts: NO_ALERTS,
        upstreamOf: NO_UPSTREAM,
      }),
  });
  onTestFinished(() => store.close());
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetchAsApp(proxy.url + path, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as object };
  };
  const write = (name = "x") => send("PATCH", "/api/v1/sip/7", { name });
  const writesSent = () => upstream.seen.filter(({ method }) => method !== "GET").length;
  const recorded = async () =>
    ((await send("GET", "/api/pult/journal")).json as { items: unknown[] }).items.length;
  return { send, write, writesSent, recorded };
}

describe("a change", () => {
  it("is refused when the database is full, and goes on once there is room", async () => {
    const store = createMemoryStore();
    const { write, writesSent, recorded } = await startOn(store);
    const pages = (count: number) =>
      store.use((db) => sql.raw(`PRAGMA max_page_count = ${count}`).execute(db));
    expect((await write()).status).toBe(200);
    await pages(1);
    // SQLite keeps the pages that it has: it takes some changes to fill the last one.
    let last = await write();
    for (let tries = 0; last.status === 200 && tries < 50; tries++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      last = await write("x".repeat(900));
    }
    expect(last).toMatchObject({ status: 503, json: { proxy: "store-failed", store: "full" } });
    const sent = writesSent();
    expect(await recorded()).toBeGreaterThanOrEqual(sent);
    await write("x".repeat(900));
    expect(writesSent()).toBe(sent);
    await pages(1_000_000);
    expect((await write()).status).toBe(200);
    expect(writesSent()).toBe(sent + 1);
  });

  it("is refused when the database can only be read, which goes on", async () => {
    const store = createMemoryStore();
    const { send, write, writesSent, recorded } = await startOn(store);
    await write();
    await store.use((db) => sql`PRAGMA query_only = on`.execute(db));
    expect(await write()).toMatchObject({
      status: 503,
      json: { proxy: "store-failed", store: "read-only" },
    });
    expect(writesSent()).toBe(1);
    expect((await send("GET", "/api/v1/sip/7")).status).toBe(200);
    expect(await recorded()).toBe(1);
  });
});

describeOnEachEngine("a database server that goes away", (engine) => {
  it("is missed in words, and used again when it is back", async ({ skip }) => {
    const location = await engine.location();
    if (!("url" in location)) return skip();
    const line = await cuttable(location.url);
    const { write, writesSent, recorded, send } = await startOn(createStore({ url: line.url }));
    expect((await write()).status).toBe(200);
    await line.cut();
    for (const refused of [await write(), await send("GET", "/api/pult/journal")]) {
      expect(refused).toMatchObject({
        status: 503,
        json: { proxy: "store-failed", store: "unreachable" },
      });
    }
    expect((await send("GET", "/api/v1/sip/7")).status).toBe(200);
    expect(writesSent()).toBe(1);
    await line.mend();
    expect((await write()).status).toBe(200);
    expect(await recorded()).toBe(2);
    return undefined;
  });
});

/** A line to a database server that can be cut and mended. */
async function cuttable(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
      from.pipe(to);
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    });
  onTestFinished(() => (server.listening ? cut() : undefined));
  const line = new URL(url);
  line.host = `127.0.0.1:${port}`;
  return { url: line.href, cut, mend: () => listen(port) };
}

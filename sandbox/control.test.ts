import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { MASK } from "./requestLog.ts";
import { at, requestError, startTestSandbox } from "./testing.ts";
import { createWorld } from "./world.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

const { send, api } = sandbox;
const readLog = async () => (await send("GET", "/__sandbox/requests")).json;
const officeHeader = (name: string) => ({ headers: { "X-Sandbox-Office": name } });

it("accepts every fault that it offers", async () => {
  const { json } = await send("GET", "/__sandbox/fault-examples");
  const body = (json as string[]).map((fault) => ({ operation: "*", fault }));
  expect((await send("PUT", "/__sandbox/faults", { body })).json).toEqual(body);
});

describe("reset", () => {
  it("creates the requested office and returns a summary of it", async () => {
    const body = { accounts: 7, seed: 3, live: false };
    const summary = { office: "default", accounts: 7, seed: 3, live: false };
    expect((await send("POST", "/__sandbox/reset", { body })).json).toEqual(summary);
    expect((await send("GET", "/__sandbox/office")).json).toEqual(summary);
    expect(at((await api("GET", "/sip")).json, "total")).toBe(7);
    await send("POST", "/__sandbox/reset");
    expect((await send("GET", "/__sandbox/office")).json).toEqual({
      office: "default",
      accounts: 24,
      seed: 1,
      live: true,
    });
  });

  it("undoes changes", async () => {
    const before = (await api("GET", "/sip/25")).json;
    await api("PATCH", "/sip/25", { body: { name: "Другой" } });
    await api("DELETE", "/sip/26");
    await send("POST", "/__sandbox/reset");
    expect((await api("GET", "/sip/25")).json).toEqual(before);
    expect((await api("GET", "/sip/26")).status).toBe(200);
  });

  it("rejects invalid options with 422", async () => {
    const body = { accounts: 20_001, sed: 1 };
    const { status, json } = await send("POST", "/__sandbox/reset", { body });
    expect(status).toBe(422);
    expect(Object.keys(Object(at(json, "errors")))).toEqual(["accounts", "sed"]);
  });
});

const setStatuses = (body: unknown) => send("PUT", "/__sandbox/statuses", { body });
const firstStatuses = async (more = {}) => {
  const { json } = await api("GET", "/sip/statuses", more);
  return [0, 1].map((index) => [at(json, `data.${index}.id`), at(json, `data.${index}.on_line`)]);
};

describe("PUT /__sandbox/statuses", () => {
  it("takes steps, of which the last one that is due holds", async () => {
    const steps = [
      { after: 0, online: false },
      { after: 3600, online: true },
    ];
    expect((await setStatuses({ 25: steps })).json).toEqual({ 25: steps });
    expect((await firstStatuses())[0]).toEqual([25, false]);
    expect((await setStatuses({ 25: [{ after: -1, online: true }] })).status).toBe(422);
  });

  it("overrides the simulated statuses until the next PUT or reset", async () => {
    const before = await firstStatuses();
    for (const [first, second] of [
      [false, true],
      [true, false],
    ]) {
      expect((await setStatuses({ 25: first, 26: second })).json).toEqual({
        25: first,
        26: second,
      });
      expect(await firstStatuses()).toEqual([
        [25, first],
        [26, second],
      ]);
    }
    await setStatuses({});
    expect(await firstStatuses()).toEqual(before);
    await setStatuses({ 25: false, 26: false });
    await send("POST", "/__sandbox/reset");
    expect(await firstStatuses()).toEqual(before);
  });

  it("affects only the office of the request", async () => {
    const other = officeHeader("a third");
    const before = await firstStatuses(other);
    await setStatuses({ 25: false, 26: false });
    expect(await firstStatuses(other)).toEqual(before);
  });

  it("rejects the whole request when one entry is invalid", async () => {
    const before = await firstStatuses();
    for (const [body, field] of [
      [{ 25: false, 26: "no" }, "26"],
      [{ 25: false, 1: true }, "1"],
      [{ 25: false, me: true }, "me"],
    ] as const) {
      const { status, json } = await setStatuses(body);
      expect(status).toBe(422);
      expect(Object.keys(Object(at(json, "errors")))).toEqual([field]);
    }
    expect((await setStatuses([])).status).toBe(422);
    expect((await setStatuses("{")).status).toBe(400);
    expect(await firstStatuses()).toEqual(before);
  });
});

describe("offices", () => {
  it("are isolated from each other", async () => {
    const [one, other] = [officeHeader("one"), officeHeader("other")];
    await send("POST", "/__sandbox/reset", { ...one, body: { accounts: 3 } });
    await api("DELETE", "/sip/25", one);
    const faults = [{ operation: "*", fault: "status:500" }];
    await send("PUT", "/__sandbox/faults", { ...one, body: faults });
    expect((await api("GET", "/sip", one)).status).toBe(500);
    expect(at((await api("GET", "/sip", other)).json, "total")).toBe(24);
    expect((await send("GET", "/__sandbox/requests", other)).json).toHaveLength(1);
    expect((await send("GET", "/__sandbox/office", one)).json).toMatchObject({
      office: "one",
      accounts: 2,
    });
  });

  it("are limited in number: the least recently used one is dropped", () => {
    const world = createWorld({ accounts: 1 });
    const first = world.tenant("first");
    const kept = world.tenant("kept");
    for (let index = 0; index < 62; index++) world.tenant(`office ${index}`);
    expect(world.tenant("first")).toBe(first);
    world.tenant("one too many");
    expect(world.tenant("first")).toBe(first);
    expect(kept.ended.aborted).toBe(true);
    expect(world.tenant("kept")).not.toBe(kept);
  });
});

describe("the request log", () => {
  it("lists requests, newest last, with token and passwords masked", async () => {
    await api("PATCH", "/sip/25?x=1", { body: { password: "new-pass", name: "Desk" } });
    await api("GET", "/nothing");
    const json = await readLog();
    expect(json).toHaveLength(2);
    expect(at(json, "0")).toMatchObject({
      at: "2025-01-15T09:00:00.000Z",
      operation: "PATCH /sip/{id}",
      method: "PATCH",
      path: "/api/v1/sip/25",
      query: "x=1",
      body: { password: MASK, name: "Desk" },
      status: 200,
      headers: { client: "10553", authorization: "Bearer …" },
    });
    expect(at(json, "1")).toMatchObject({ operation: null, path: "/api/v1/nothing", status: 404 });
    expect(JSON.stringify(json)).not.toContain("Bearer token");
  });

  it.each([
    ['{ "secret": "s3cret", "port": 5060 }', { secret: MASK, port: 5060 }],
    ['{ "deep": [{ "Password": 53 }] }', { deep: [{ Password: MASK }] }],
    ['{ "password": "" }', { password: "" }],
    ['{ "secret": null }', { secret: null }],
    ['{ "password": "s3cret', MASK],
    ["login=me&secret=s3cret", MASK],
    ["not JSON", "not JSON"],
  ])("masks passwords in %s", (text, body) => {
    const { log: requestLog } = createWorld().tenant(null);
    expect(requestLog.note(new Request("http://x/api/v1/sip"), text, null, 0).body).toEqual(body);
  });

  it("is limited by the total size of request bodies and keeps the newest", () => {
    const { log: requestLog } = createWorld().tenant(null);
    const largeBody = JSON.stringify({ name: "x".repeat(900_000) });
    for (let page = 1; page <= 20; page++) {
      requestLog.note(new Request(`http://x/api/v1/sip?page=${page}`), largeBody, null, 0);
    }
    expect(requestLog.list().map(({ query }) => query)).toEqual(["page=19", "page=20"]);
    expect(at(requestLog.list(), "1.body.name")).toHaveLength(900_000);
  });

  it("shows the JSON body of a GET", async () => {
    await api("GET", "/smart-numbers?page=1", { body: { user_id: 40 } });
    await api("GET", "/smart-numbers?user_id=40");
    await api("GET", "/number/external/status", { body: { logins: ["я", "b"] } });
    const json = await readLog();
    expect([0, 1, 2].map((index) => at(json, `${index}.body`))).toEqual([
      { user_id: 40 },
      null,
      { logins: ["я", "b"] },
    ]);
    expect(at(json, "0.headers.x-sandbox-get-body")).toBeUndefined();
  });

  it("has a null status for a dropped response, and keeps the last 2000 requests", async () => {
    await sandbox.setFaults({ operation: "*", fault: "drop", times: 1 });
    expect(await requestError(api("GET", "/voicemail"))).toMatch(/closed|hang up/);
    expect(at(await readLog(), "0.status")).toBeNull();
    const { log: requestLog } = sandbox.world.tenant(null);
    for (let index = 0; index < 2005; index++) {
      requestLog.note(new Request(`http://x/api/v1/sip?page=${index}`), "", null, 0);
    }
    expect(requestLog.list()).toHaveLength(2000);
    expect(requestLog.list().at(-1)?.query).toBe("page=2004");
  });
});

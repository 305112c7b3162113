import { setupServer } from "msw/node";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sandboxHandlers } from "./handlers/index.ts";
import { accountAt, at, requestError, startTestSandbox } from "./testing.ts";
import { createWorld } from "./world.ts";

const sandbox = await startTestSandbox();
beforeEach(() => sandbox.send("POST", "/__sandbox/reset"));
afterAll(() => sandbox.close());

/** The fixed time of the test sandbox's clock. */
const OFFICE_CLOCK = Date.UTC(2025, 0, 15, 9, 0, 0);
const { api, setFaults } = sandbox;
const rename = (name: string) => api("PATCH", "/sip/25", { body: { name } });
const currentName = () => accountAt(sandbox, 0).name;

describe("status faults", () => {
  it.each([
    ["status:400", { message: "Wrong parameter", code: 400 }],
    ["status:401", { message: "Unauthenticated." }],
    ["status:403", { message: "This action is unauthorized." }],
    ["status:404", { message: "Not found", code: 404 }],
    ["status:429", { message: "Too Many Attempts." }],
    ["status:500", { message: "Server Error" }],
    ["status:500:no-access", { message: "No access", code: 500 }],
  ])("%s", async (fault, json) => {
    await setFaults({ operation: "PATCH /sip/{id}", fault });
    const response = await rename("Другой");
    expect(response.json).toEqual(json);
    expect(response.status).toBe(Number(fault.split(":")[1]));
    expect(response.headers["retry-after"]).toBe(fault === "status:429" ? "2" : undefined);
    expect(currentName()).toBe("Ресепшен");
  });

  it("status:422 reports the first field of the body, or the configured fields", async () => {
    const message = "The given data was invalid.";
    await setFaults({ operation: "*", fault: "status:422" });
    expect((await rename("x")).json).toEqual({
      message,
      errors: { name: ["The name is invalid."] },
    });
    const follow = await api("POST", "/number/external/follow", { body: {} });
    expect(Object.keys(Object(at(follow.json, "errors")))).toEqual(["number_type"]);
    expect((await api("GET", "/sip")).json).toEqual({ message, errors: {} });
    const fields = { number: ["Занят."] };
    await setFaults({ operation: "*", fault: "status:422", message: "Нет", fields });
    expect((await rename("x")).json).toEqual({ message: "Нет", errors: fields });
  });

  it("sends Retry-After with 429, and nginx's HTML page with 502", async () => {
    await setFaults(
      { operation: "GET /sip", fault: "status:429", retryAfter: 7, times: 1 },
      { operation: "GET /sip", fault: "status:502" },
    );
    expect((await api("GET", "/sip")).headers["retry-after"]).toBe("7");
    const { status, text, headers } = await api("GET", "/sip");
    expect([status, headers["content-type"]]).toEqual([502, "text/html"]);
    expect(text).toContain("502 Bad Gateway");
  });
});

it.each([3600, -3600])(
  "clock-off:%i sends Retry-After as a date of a wrong clock",
  async (ahead) => {
    await setFaults({ operation: "*", fault: `clock-off:${ahead}`, retryAfter: 60 });
    const { status, headers } = await rename("Другой");
    expect(status).toBe(429);
    const clock = Date.parse(String(headers.date));
    expect(clock).toBe(OFFICE_CLOCK + ahead * 1000);
    expect(Date.parse(String(headers["retry-after"])) - clock).toBe(60_000);
    expect(currentName()).toBe("Ресепшен");
  },
);

describe("broken and missing responses", () => {
  it("html: 200 with an HTML page", async () => {
    await setFaults({ operation: "*", fault: "html" });
    const { status, headers, text } = await rename("Другой");
    expect([status, headers["content-type"]]).toEqual([200, "text/html"]);
    expect(text).toMatch(/^<html>/);
    expect(currentName()).toBe("Ресепшен");
  });

  it("success-false: 200 with a failure message", async () => {
    await setFaults({ operation: "*", fault: "success-false", message: "Нельзя" });
    const { status, json } = await rename("Другой");
    expect([status, json]).toEqual([200, { success: false, message: "Нельзя" }]);
    expect(currentName()).toBe("Ресепшен");
  });

  it("truncate: the first half of the real response", async () => {
    const fullText = (await api("GET", "/sip")).text;
    await setFaults({ operation: "*", fault: "truncate" });
    const { status, text, json } = await api("GET", "/sip");
    expect([status, json]).toEqual([200, undefined]);
    expect(text).toBe(fullText.slice(0, Math.floor(fullText.length / 2)));
    expect((await rename("Другой")).json).toBeUndefined();
    expect(currentName()).toBe("Ресепшен");
  });

  it("drop: no response; with `after` the change is made", async () => {
    await setFaults(
      { operation: "*", fault: "drop", times: 1 },
      { operation: "*", fault: "drop", after: true },
    );
    expect(await requestError(rename("Другой"))).toMatch(/closed|hang up/);
    expect(currentName()).toBe("Ресепшен");
    expect(await requestError(rename("Другой"))).toMatch(/closed|hang up/);
    expect(currentName()).toBe("Другой");
  });

  it("truncate with `after`: the change is made", async () => {
    await setFaults({ operation: "*", fault: "truncate", after: true });
    expect((await rename("Другой")).json).toBeUndefined();
    expect(currentName()).toBe("Другой");
  });

  it("hang: ends when the office is reset", async () => {
    await setFaults({ operation: "*", fault: "hang", after: true });
    const ended = requestError(rename("Другой"));
    await expect.poll(currentName).toBe("Другой");
    await sandbox.send("POST", "/__sandbox/reset");
    expect(await ended).toMatch(/closed|hang up/);
  });

  it("latency: the real response, delayed", async () => {
    await setFaults({ operation: "*", fault: "latency:60" });
    const started = performance.now();
    expect((await rename("Другой")).json).toEqual({ success: true });
    expect(performance.now() - started).toBeGreaterThan(50);
    expect(currentName()).toBe("Другой");
  });
});

describe("the fault list", () => {
  it("uses up an operation's faults in order, and leaves other operations alone", async () => {
    await setFaults(
      { operation: "GET /sip", fault: "status:500", times: 2 },
      { operation: "GET /sip", fault: "status:404", times: 1 },
    );
    expect((await api("GET", "/sip/statuses")).status).toBe(200);
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await api("GET", "/sip")).status);
    expect(statuses).toEqual([500, 500, 404, 200]);
    const { json } = await sandbox.send("GET", "/__sandbox/faults");
    expect(Object(json).map(({ times }: { times: number }) => times)).toEqual([0, 0]);
  });

  it("is replaced by a PUT and cleared by a reset", async () => {
    await setFaults({ operation: "*", fault: "html" });
    await setFaults({ operation: "GET /sip", fault: "drop", times: 3 });
    expect((await sandbox.send("GET", "/__sandbox/faults")).json).toEqual([
      { operation: "GET /sip", fault: "drop", times: 3 },
    ]);
    await sandbox.send("POST", "/__sandbox/reset");
    expect((await sandbox.send("GET", "/__sandbox/faults")).json).toEqual([]);
  });

  it("explains invalid faults and keeps the previous list", async () => {
    await setFaults({ operation: "*", fault: "html" });
    const { status, json } = await setFaults(
      { operation: "GET /nothing", fault: "status:200", times: 0 },
      { operation: "*", fault: "html", after: true, colour: "red" },
    );
    expect(status).toBe(422);
    expect(at(json, "errors")).toEqual({
      "0.operation": [expect.stringContaining('one like "GET /sip"')],
      "0.fault": [expect.stringContaining("status:NNN")],
      "0.times": ["The 0.times must be between 1 and 1000000."],
      "1.after": ["Only drop, hang and truncate can come after the operation."],
      "1.colour": ["The 1.colour field is prohibited."],
    });
    const nothing = await sandbox.send("PUT", "/__sandbox/faults", { body: '{"operation":1}' });
    expect(nothing.status).toBe(422);
    expect((await sandbox.send("PUT", "/__sandbox/faults", { body: "[" })).status).toBe(400);
    expect(Object((await sandbox.send("GET", "/__sandbox/faults")).json)).toHaveLength(1);
  });
});

it("faults work in a unit test through msw, without a server", async () => {
  const world = createWorld();
  const server = setupServer(...sandboxHandlers(world));
  server.listen({ onUnhandledRequest: "error" });
  try {
    const url = "http://pult.example/api/v1/sip";
    const headers = { Authorization: "Bearer x", Client: "10553" };
    world.tenant(null).faults.replace([
      { operation: "GET /sip", fault: "drop", times: 1 },
      { operation: "GET /sip", fault: "hang", times: 1 },
      { operation: "GET /sip", fault: "status:500", times: 1 },
    ]);
    await expect(fetch(url, { headers })).rejects.toThrow("Failed to fetch");
    const signal = AbortSignal.timeout(30);
    await expect(fetch(url, { headers, signal })).rejects.toThrow(/timeout/);
    expect((await fetch(url, { headers })).status).toBe(500);
    expect(at(await (await fetch(url, { headers })).json(), "total")).toBe(24);
  } finally {
    server.close();
  }
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountAt, at, startTestSandbox, type TestSandbox } from "./testing.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const account = { name: "Новый", number: 500, sip_timeout: 20 };

describe("401 for a request with", () => {
  it.each([
    ["no token", { Authorization: "" }],
    ["another scheme", { Authorization: "Basic abc" }],
    ["no client", { Client: "" }],
  ])("%s", async (_, headers) => {
    const { status, json } = await sandbox.api("GET", "/sip", { headers });
    expect({ status, json }).toEqual({ status: 401, json: { message: "Unauthenticated." } });
  });
});

describe("unknown resources", () => {
  it.each([
    ["GET", "/sip/9999", undefined],
    ["GET", "/sip/abc", undefined],
    ["PATCH", "/sip/9999", { name: "x" }],
    ["DELETE", "/sip/9999", undefined],
    ["GET", "/sip/9999/scenarios", undefined],
    ["PATCH", "/sip/25/scenarios/9999", undefined],
    ["DELETE", "/number/external/sipuri/1", undefined],
    ["DELETE", "/number/external/other/1", undefined],
    ["DELETE", "/smart-numbers/9999", undefined],
  ])("%s %s is 404 in the provider's shape", async (method, path, body) => {
    const { status, json } = await sandbox.api(method, path, { body });
    expect(status).toBe(404);
    expect(json).toEqual({ message: expect.stringMatching(/not found$/), code: 404 });
  });

  it("get Laravel's response to unknown paths and methods", async () => {
    expect((await sandbox.api("GET", "/nothing")).status).toBe(404);
    expect((await sandbox.send("GET", "/elsewhere")).json).toEqual({ message: "Not Found" });
    expect((await sandbox.api("POST", "/sip", { body: {} })).status).toBe(405);
  });
});

describe("smart numbers", () => {
  it("return 400 for an id that is not an integer", async () => {
    const { status, json } = await sandbox.api("DELETE", "/smart-numbers/abc");
    expect(status).toBe(400);
    expect(json).toEqual({ message: "The smart number id must be int", code: 400 });
  });

  it("return the documented 500 for an unknown user, with or without a full stop", async () => {
    const list = await sandbox.api("GET", "/smart-numbers", { body: { user_id: 7 } });
    expect({ status: list.status, json: list.json }).toEqual({
      status: 500,
      json: { message: "User not found", code: 500 },
    });
    const body = { phone_b: "79000000001", user_id: 7 };
    const add = await sandbox.api("POST", "/smart-numbers", { body });
    expect({ status: add.status, json: add.json }).toEqual({
      status: 500,
      json: { message: "User not found.", code: 500 },
    });
  });
});

describe("a request body", () => {
  it("is 400 when it is not JSON, on a GET too", async () => {
    for (const [method, path] of [
      ["PUT", "/sip"],
      ["GET", "/smart-numbers"],
    ] as const) {
      const { status, json } = await sandbox.api(method, path, { body: '{"a":' });
      expect(status).toBe(400);
      expect(json).toEqual({ message: "The request body is not valid JSON", code: 400 });
    }
  });

  it.each(["", "[]", "null", '"text"'])("that is %j lacks every required field", async (body) => {
    const { status, json } = await sandbox.api("PUT", "/sip", { body });
    expect(status).toBe(422);
    expect(json).toEqual({
      message: "The given data was invalid.",
      errors: {
        name: ["The name field is required."],
        number: ["The number field is required."],
        sip_timeout: ["The sip timeout field is required."],
      },
    });
  });

  it("may hold integers as strings of digits, and the older rule name", async () => {
    const body = { ...account, number: "510", sip_timeout: "25", sequence_rule: "Order" };
    const { status, headers } = await sandbox.api("PUT", "/sip", { body });
    expect(status).toBe(201);
    const made = await sandbox.send("GET", new URL(String(headers.location)).pathname);
    expect(made.json).toMatchObject({ number: 510, name: "Новый" });
    const unknownRule = await sandbox.api("PUT", "/sip", {
      body: { ...body, sequence_rule: "order" },
    });
    expect(unknownRule.status).toBe(422);
  });
});

describe("an account", () => {
  it("can't use another account's extension or an unknown caller ID", async () => {
    const { number } = accountAt(sandbox, 0);
    const body = { ...account, number, aon: 9999 };
    const { status, json } = await sandbox.api("PUT", "/sip", { body });
    expect(status).toBe(422);
    expect(at(json, "errors")).toEqual({
      number: ["The number has already been taken."],
      aon: ["The selected aon is invalid."],
    });
    const second = accountAt(sandbox, 1);
    const change = await sandbox.api("PATCH", `/sip/${second.id}`, { body: { number } });
    expect(at(change.json, "errors.number.0")).toBe("The number has already been taken.");
    expect(accountAt(sandbox, 1).number).not.toBe(number);
  });

  it("may be saved with its own extension", async () => {
    const { id, number } = accountAt(sandbox, 0);
    const { status } = await sandbox.api("PATCH", `/sip/${id}`, { body: { number } });
    expect(status).toBe(200);
  });
});

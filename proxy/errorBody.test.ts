import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureOf } from "#api/failure.ts";
import type { Operation } from "#api/operation.ts";
import { getSipAccount, updateSipAccount } from "#api/sip.ts";
import { withoutSecrets } from "./errorBody.ts";

const cleaned = (body: string, status = 500, op: Operation = getSipAccount) =>
  withoutSecrets(op, status, Buffer.from(body)).toString();

/** As the app reads it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NAMES = (
  "password Passwd user_password DB_PASSWORD pwd token api_token csrf-token access_token " +
  "Authorization HTTP_AUTHORIZATION X-Api-Key apikey APP_KEY client_secret Cookie set-cookie " +
  "PHPSESSID_session credentials private_key"
).split(" ");

describe("a failure", () => {
  it.each(NAMES)("says nothing that is named %s, at any depth", (name) => {
    for (const value of [
      "hunter2",
      12_345,
      true,
      ["hunter2", { a: "hunter2" }],
      { x: "hunter2" },
    ]) {
      const inner = { [name]: value };
      for (const body of [inner, [inner], { a: { b: [{ c: inner }] } }, { errors: { f: inner } }]) {
        const text = cleaned(JSON.stringify(body));
        expect(text).not.toMatch(/hunter2|12345|true/);
        expect(text).toContain(name);
      }
    }
  });

  it("keeps the reasons that concern a field of such a name", () => {
    const body = {
      message: "The given data was invalid.",
      errors: { password: ["The password must be at least 8 characters."], token: "Required." },
      input: { password: "hunter2" },
    };
    const text = cleaned(JSON.stringify(body), 422, updateSipAccount);
    expect(JSON.parse(text)).toEqual({ ...body, input: { password: "***" } });
    const read = failureOf(updateSipAccount, new Response("", { status: 422 }), JSON.parse(text));
    expect(read).toMatchObject({
      kind: "invalid",
      fields: { password: body.errors.password, token: ["Required."] },
    });
  });

  it.each([
    ['{"code":500,"message":"User not found"}', 500, "notFound"],
    ['{"message":"Unauthenticated.","token":"x"}', 401, "refused"],
    ["<h1>Whoops</h1>APP_KEY=base64:x", 500, "provider"],
    ["<h1>Whoops</h1>", 404, "notFound"],
    ['{"message":"Too Many', 429, "tooManyRequests"],
  ])("is judged as before by the app: %s", (body, status, kind) => {
    const text = cleaned(body, status);
    const judged = failureOf(getSipAccount, new Response("", { status }), parse(text));
    expect(judged.kind).toBe(kind);
    expect(judged).toEqual(failureOf(getSipAccount, new Response("", { status }), parse(body)));
  });

  it("that is no JSON, or too deep to be looked through, loses its body", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    for (const body of ["<html>secret</html>", '{"password":"x"', "", deep]) {
      expect(cleaned(body)).toBe("");
    }
  });

  it("without a secret says what it said", () => {
    const body = '{"message":"Нет","n":1,"list":[null,true,{"a":""}]}';
    expect(cleaned(body)).toBe(body);
  });

  it("has no second value under a name", () => {
    for (const body of [
      '{"token":"hunter2","token":null}',
      '{"a":{"token":"hunter2"},"a":1}',
      '{"errors":{"a":{"token":"hunter2"}},"errors":1}',
    ]) {
      expect(cleaned(body)).not.toContain("hunter2");
    }
  });

  it("that hides in a 200 is one too", () => {
    for (const flag of ["false", "0", '"0"', '"false"']) {
      const body = `{"data":[${'{"success":true},'.repeat(50)}1],"success" : ${flag},"token":"x"}`;
      expect(cleaned(body, 200)).toContain('"token":"***"');
    }
    for (const sign of ['"code":"500"', '"error":"e"', '"status":"error"', '"errors":{"a":"b"}']) {
      expect(cleaned(`{${sign},"token":"x"}`, 200)).toContain('"token":"***"');
    }
    // A write that is not confirmed is one that failed, as far as anybody knows.
    expect(cleaned('{"password":"x"}', 200, updateSipAccount)).toContain('"password":"***"');
  });
});

describe("a success", () => {
  it("stays as it came: it may show a password on purpose", () => {
    for (const body of [
      '{"id":1,"password":"hunter2","success":true}',
      '{"id":1,"name":"A","number":200,"message":"done","password":"hunter2"}',
      '{"data":[{"success":false,"password":"hunter2"}],"success":true}',
      '{"success":false,"password":"hunt',
      "not JSON",
    ]) {
      expect(cleaned(body, 200)).toBe(body);
    }
  });
});

it("whatever a failure holds, its secrets go and all else stays", () => {
  const key = fc.oneof(fc.constantFrom(...NAMES, "errors", "message", "__proto__"), fc.string());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("object"), fc.array(tie("tree"))),
    object: fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    leaf: fc.oneof(fc.integer(), fc.constant(null), fc.string()),
  }));
  fc.assert(
    fc.property(tree, (said) => {
      const marked = JSON.stringify({
        a: said,
        password: "hunter2",
        list: [{ token: ["hunter2"] }],
      });
      const text = cleaned(marked);
      expect(text).not.toContain("hunter2");
      // Cleaning what is clean changes nothing any more.
      expect(cleaned(text)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

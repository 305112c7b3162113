import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toApiError } from "#api/failure.ts";
import type { Operation } from "#api/operation.ts";
import { getSipAccount } from "#api/sip.ts";
import { updateSipAccount } from "#api/sipChanges.ts";
import { sampleList } from "#api/samples/index.ts";
import { bodyRedactor } from "./body.ts";
import { noTokenRedactor, tokenRedactor } from "./token.ts";

const redact = bodyRedactor(noTokenRedactor);
const redacted = (body: string, status = 500, op: Operation = getSipAccount, revealed?: string) =>
  redact(op, { status, headers: {}, body: Buffer.from(body) }, revealed).toString();
const success = (body: unknown, revealed?: string): unknown =>
  JSON.parse(redacted(JSON.stringify(body), 200, getSipAccount, revealed));

/** Parses a body as the app does. */
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
  it.each(NAMES)("omits values named %s, at any depth", (name) => {
    for (const value of [
      "hunter2",
      12_345,
      true,
      ["hunter2", { a: "hunter2" }],
      { x: "hunter2" },
    ]) {
      const inner = { [name]: value };
      for (const body of [inner, [inner], { a: { b: [{ c: inner }] } }, { errors: { f: inner } }]) {
        const text = redacted(JSON.stringify(body));
        expect(text).not.toMatch(/hunter2|12345|true/);
        expect(text).toContain(name);
      }
    }
  });

  it("keeps the messages about a field of such a name", () => {
    const body = {
      message: "The given data was invalid.",
      errors: { password: ["The password must be at least 8 characters."], token: "Required." },
      input: { password: "hunter2" },
    };
    const text = redacted(JSON.stringify(body), 422, updateSipAccount);
    expect(JSON.parse(text)).toEqual({ ...body, input: { password: "***" } });
    const read = toApiError(updateSipAccount, new Response("", { status: 422 }), JSON.parse(text));
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
  ])("is still the same error to the app: %s", (body, status, kind) => {
    const text = redacted(body, status);
    const response = new Response("", { status, headers: { "X-Request-Id": "a1b2c3d4" } });
    const apiError = toApiError(getSipAccount, response, parse(text));
    expect(apiError.kind).toBe(kind);
    expect(apiError).toEqual(toApiError(getSipAccount, response, parse(body)));
  });

  it("without a secret stays unchanged", () => {
    const body = '{"message":"Нет","n":1,"list":[null,true,{"a":""}]}';
    expect(redacted(body)).toBe(body);
  });

  it("has no duplicate keys", () => {
    for (const body of [
      '{"token":"hunter2","token":null}',
      '{"a":{"token":"hunter2"},"a":1}',
      '{"errors":{"a":{"token":"hunter2"}},"errors":1}',
    ]) {
      expect(redacted(body)).not.toContain("hunter2");
    }
  });

  it("is recognised in a 200 too", () => {
    for (const flag of ["false", "0", '"0"', '"false"']) {
      const body = `{"data":[${'{"success":true},'.repeat(50)}1],"success" : ${flag},"token":"x"}`;
      expect(redacted(body, 200)).toContain('"token":"***"');
    }
    for (const field of ['"code":"500"', '"error":"e"', '"status":"error"', '"errors":{"a":"b"}']) {
      expect(redacted(`{${field},"token":"x"}`, 200)).toContain('"token":"***"');
    }
    // An unconfirmed write counts as a failure.
    expect(redacted('{"password":"x"}', 200, updateSipAccount)).toContain('"password":"***"');
  });
});

describe("a success", () => {
  it("has no secret under any of its names, at any depth", () => {
    for (const name of [
      ...NAMES,
      "Password",
      "PASSWORD",
      "sipPass",
      "pass word",
      "ｐassword",
      "ha1",
    ]) {
      for (const value of ["hunter2", 12_345, ["hunter2"], { value: "hunter2" }]) {
        const secret = { id: 1, [name]: value };
        for (const body of [
          secret,
          [secret],
          { data: secret },
          { data: [{ sip: secret }] },
          { external_numbers: [secret] },
        ]) {
          expect(redacted(JSON.stringify(body), 200)).not.toMatch(/hunter2|12345/);
        }
      }
    }
  });

  it("has no secret hidden by a duplicate key or an escape", () => {
    for (const body of [
      '{"password":"hunter2","password":null}',
      '{"data":{"password":"hunter2"},"data":1}',
      String.raw`{"p\u0061ssw\u006frd":"hunter2"}`,
      '\ufeff{"password":"hunter2"}',
    ]) {
      expect(redacted(body, 200)).not.toContain("hunter2");
    }
  });

  it("has no secret quoted in another field", () => {
    const body = {
      password: "hunter2-long",
      url: "sip:7:hunter2-long@host",
      list: ["hunter2-long"],
    };
    expect(success(body)).toEqual({ url: "sip:7:***@host", list: ["***"] });
  });

  it("has no secret in a field that contains JSON", () => {
    const note = JSON.stringify({ sent: [{ name: "Анна", password: "hunter2" }] });
    const body = { comment: note, plain: "[нет]" };
    expect(success(body)).toEqual({ comment: '{"sent":[{"name":"Анна"}]}', plain: "[нет]" });
  });

  it("keeps an extension that happens to be the password", () => {
    expect(success({ number: "200", password: "200" })).toEqual({ number: "200" });
  });

  it("keeps only the requested field, at the root", () => {
    const body = { password: "hunter2", secret: "b", data: { password: "hunter3" } };
    expect(success(body, "password")).toEqual({ password: "hunter2", data: {} });
    expect(success({ password: ["hunter2"] }, "password")).toEqual({});
  });

  it.each(["<html>hunter2</html>", '{"password":"hunt', '"a" "b"', "[".repeat(200_000)])(
    "is rejected if it can't be parsed: %#",
    (body) => {
      expect(() => redacted(body, 200)).toThrow("can't be read");
    },
  );

  it("is rejected if it nests too deep to be searched, even if it reports a failure", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    for (const flag of ["true", "false"]) {
      for (const data of [deep, JSON.stringify(deep)]) {
        const body = `{"success":${flag},"password":"hunter2","data":${data}}`;
        expect(() => redacted(body, 200)).toThrow("can't be read");
      }
    }
  });

  it.each(["", " \n"])("may have an empty body: %j", (body) => {
    expect(redacted(body, 201)).toBe("");
  });

  it("has no token, however it is escaped", () => {
    const hide = bodyRedactor(tokenRedactor("12|secret/token"));
    for (const text of ['"12|secret/token"', String.raw`"12|\u0073ecret\/token"`]) {
      const response = { status: 200, headers: {}, body: Buffer.from(`{"a":${text}}`) };
      expect(hide(getSipAccount, response).toString()).toBe('{"a":"***"}');
    }
  });

  it.each(sampleList)(
    "keeps everything else of $operation.name unchanged",
    ({ operation, response }) => {
      const whole = JSON.stringify(response);
      const { password: _secret, ...rest } = JSON.parse(whole) as Record<string, unknown>;
      expect(JSON.parse(redacted(whole, 200, operation))).toEqual(rest);
    },
  );
});

it("removes the secrets of any failure, and redacting again changes nothing", () => {
  const key = fc.oneof(fc.constantFrom(...NAMES, "errors", "message", "__proto__"), fc.string());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("object"), fc.array(tie("tree"))),
    object: fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    leaf: fc.oneof(fc.integer(), fc.constant(null), fc.string()),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const json = JSON.stringify({
        a: value,
        password: "hunter2",
        list: [{ token: ["hunter2"] }],
      });
      const text = redacted(json);
      expect(text).not.toContain("hunter2");
      expect(redacted(text)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

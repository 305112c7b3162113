import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toApiError } from "#api/failure.ts";
import type { Operation } from "#api/operation.ts";
import { getSipAccount, updateSipAccount } from "#api/sip.ts";
import { sampleList } from "#api/samples/index.ts";
import { bodyRedactor } from "./body.ts";
import { noTokenRedactor, tokenRedactor } from "./token.ts";

const redact = bodyRedactor(noTokenRedactor);
const redacted = (body: string, status = 500, op: Operation = getSipAccount, revealed?: string) =>
  redact(op, { status, headers: {}, body: Buffer.from(body) }, revealed).toString();
const success = (body: unknown, revealed?: string): unknown =>
  JSON.parse(redacted(JSON.stringify(body), 200, getSipAccount, revealed));

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

  it("keeps the reasons that concern a field of such a name", () => {
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
  ])("is judged as before by the app: %s", (body, status, kind) => {
    const text = redacted(body, status);
    const response = new Response("", { status, headers: { "X-Request-Id": "a1b2c3d4" } });
    const judged = toApiError(getSipAccount, response, parse(text));
    expect(judged.kind).toBe(kind);
    expect(judged).toEqual(toApiError(getSipAccount, response, parse(body)));
  });

  it("without a secret stays as it is", () => {
    const body = '{"message":"Нет","n":1,"list":[null,true,{"a":""}]}';
    expect(redacted(body)).toBe(body);
  });

  it("has no second value under a name", () => {
    for (const body of [
      '{"token":"hunter2","token":null}',
      '{"a":{"token":"hunter2"},"a":1}',
      '{"errors":{"a":{"token":"hunter2"}},"errors":1}',
    ]) {
      expect(redacted(body)).not.toContain("hunter2");
    }
  });

  it("that hides in a 200 is one too", () => {
    for (const flag of ["false", "0", '"0"', '"false"']) {
      const body = `{"data":[${'{"success":true},'.repeat(50)}1],"success" : ${flag},"token":"x"}`;
      expect(redacted(body, 200)).toContain('"token":"***"');
    }
    for (const sign of ['"code":"500"', '"error":"e"', '"status":"error"', '"errors":{"a":"b"}']) {
      expect(redacted(`{${sign},"token":"x"}`, 200)).toContain('"token":"***"');
    }
    // A write that is not confirmed is one that failed, as far as anybody knows.
    expect(redacted('{"password":"x"}', 200, updateSipAccount)).toContain('"password":"***"');
  });
});

describe("a success", () => {
  it("has no secret, however it is named and wherever it stands", () => {
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

  it("has no secret that a name's other value or an escape hides", () => {
    for (const body of [
      '{"password":"hunter2","password":null}',
      '{"data":{"password":"hunter2"},"data":1}',
      String.raw`{"p\u0061ssw\u006frd":"hunter2"}`,
      '\ufeff{"password":"hunter2"}',
    ]) {
      expect(redacted(body, 200)).not.toContain("hunter2");
    }
  });

  it("has no secret quoted in another of its texts", () => {
    const body = {
      password: "hunter2-long",
      url: "sip:7:hunter2-long@host",
      list: ["hunter2-long"],
    };
    expect(success(body)).toEqual({ url: "sip:7:***@host", list: ["***"] });
  });

  it("has no secret in a text that is JSON itself", () => {
    const note = JSON.stringify({ sent: [{ name: "Анна", password: "hunter2" }] });
    const body = { comment: note, plain: "[нет]" };
    expect(success(body)).toEqual({ comment: '{"sent":[{"name":"Анна"}]}', plain: "[нет]" });
  });

  it("keeps an extension that happens to be the password", () => {
    expect(success({ number: "200", password: "200" })).toEqual({ number: "200" });
  });

  it("keeps the one field that was asked for, where the contract has it, and no other", () => {
    const body = { password: "hunter2", secret: "b", data: { password: "hunter3" } };
    expect(success(body, "password")).toEqual({ password: "hunter2", data: {} });
    expect(success({ password: ["hunter2"] }, "password")).toEqual({});
  });

  it.each(["<html>hunter2</html>", '{"password":"hunt', '"a" "b"', "[".repeat(200_000)])(
    "that can't be read is refused: %.20s",
    (body) => {
      expect(() => redacted(body, 200)).toThrow("can't be read");
    },
  );

  it("nested too deep to be looked through is refused, also where it tells of a failure", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    for (const flag of ["true", "false"]) {
      for (const data of [deep, JSON.stringify(deep)]) {
        const body = `{"success":${flag},"password":"hunter2","data":${data}}`;
        expect(() => redacted(body, 200)).toThrow("can't be read");
      }
    }
  });

  it.each(["", " \n"])("without a body stays one: %j", (body) => {
    expect(redacted(body, 201)).toBe("");
  });

  it("has no token, however it is spelled", () => {
    const hide = bodyRedactor(tokenRedactor("12|secret/token"));
    for (const text of ['"12|secret/token"', String.raw`"12|\u0073ecret\/token"`]) {
      const answer = { status: 200, headers: {}, body: Buffer.from(`{"a":${text}}`) };
      expect(hide(getSipAccount, answer).toString()).toBe('{"a":"***"}');
    }
  });

  it.each(sampleList)(
    "leaves all else of $operation.name as it came",
    ({ operation, response }) => {
      const whole = JSON.stringify(response);
      const { password: _secret, ...rest } = JSON.parse(whole) as Record<string, unknown>;
      expect(JSON.parse(redacted(whole, 200, operation))).toEqual(rest);
    },
  );
});

it("whatever a failure holds, its secrets go and all else stays", () => {
  const key = fc.oneof(fc.constantFrom(...NAMES, "errors", "message", "__proto__"), fc.string());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("object"), fc.array(tie("tree"))),
    object: fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    leaf: fc.oneof(fc.integer(), fc.constant(null), fc.string()),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const marked = JSON.stringify({
        a: value,
        password: "hunter2",
        list: [{ token: ["hunter2"] }],
      });
      const text = redacted(marked);
      expect(text).not.toContain("hunter2");
      // Redacting what is redacted changes nothing any more.
      expect(redacted(text)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

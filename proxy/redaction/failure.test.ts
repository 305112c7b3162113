import { describe, expect, it } from "vitest";
import { getSipAccount } from "#api/sip.ts";
import { bodyRedactor } from "./body.ts";
import { noTokenRedactor } from "./token.ts";

const redact = bodyRedactor(noTokenRedactor);
const redacted = (body: string, status = 500) =>
  redact(getSipAccount, { status, headers: {}, body: Buffer.from(body) }).toString();

const inputWith = (value: string) => [
  { field: "password", value, message: "Too short" },
  ["X-Api-Key", value],
  { name: "name", value: "Анна" },
];

describe("a failure", () => {
  it.each([
    "<html>secret</html>",
    '{"password":"hunter2"',
    '{"message":"m"}\n{"password":"hunter2"}',
    "",
  ])("loses its body if it is not JSON: %s", (body) => {
    expect(redacted(body)).toBe("");
  });

  it.each([
    ["nests very deep", "[".repeat(200_000) + "]".repeat(200_000)],
    ["nests deep in objects", '{"a":'.repeat(9_000) + '"x"' + "}".repeat(9_000)],
    ["nests a little too deep", "[".repeat(61) + "]".repeat(61)],
    ["nests deep within a text", JSON.stringify("[".repeat(80) + "]".repeat(80))],
    ["is huge", `"${"x".repeat(300_000)}"`],
  ])("is rejected if it %s", (_, deep) => {
    const body = `{"success":false,"error":"e","password":"hunter2","a":${deep}}`;
    const rejection = { problem: "upstream-unacceptable", status: 502 };
    for (const status of [200, 201, 401, 422, 500]) {
      expect(() => redacted(body, status)).toThrow(expect.objectContaining(rejection));
    }
  });

  it("is parsed without its byte order mark, as in browsers", () => {
    const body = '\u{feff}{"success":false,"message":"Нет","password":"hunter2"}';
    const expected = '{"success":false,"message":"Нет","password":"***"}';
    expect([redacted(body, 200), redacted(body, 500)]).toEqual([expected, expected]);
  });

  it.each(["utf16le", "utf-16be"])("in %s reveals nothing", (encoding) => {
    const body = Buffer.from('{"success":false,"message":"m","password":"hunter2"}', "utf16le");
    if (encoding === "utf-16be") body.swap16();
    const text = redact(getSipAccount, { status: 500, headers: {}, body }).toString("latin1");
    expect(text.replaceAll("\0", "")).not.toContain("hunter2");
  });

  it.each([
    ['{"user":"a","password":"hunter2"}', '{"user":"a","password":"***"}'],
    ['["token","hunter2"]', '["token","***"]'],
    ['Sent {"user":"a","password":"hunter2","b":1}', 'Sent {"user":"a","password":***'],
    ['Sent {\\"password\\": \\"hunter2\\"}', 'Sent {\\"password\\":***'],
    ["Sent {&quot;password&quot;:&quot;hunter2", "Sent {&quot;password&quot;:***"],
    ["array ('password' => 'hunter2', )", "array ('password' =>***"],
    ["POST /x?a=b&api_token=hunter2&c=d", "POST /x?a=b&api_token=***"],
    ["a=b%26password%3Dhunter2", "a=b%26password%3D***"],
    ["sip_password: hunter2", "sip_password:***"],
    ["Authorization: Bearer hunter2hunter2", "Authorization:***"],
    ["with bearer hunter2hunter2", "with bearer ***"],
    ["mysql://root:hunter2@db/pult", "mysql://***@db/pult"],
    ["пароль=hunter2", "пароль=***"],
  ])("has secrets in its texts masked: %s", (text, masked) => {
    for (const failure of [{ message: text }, { errors: { number: [text], password: text } }]) {
      const response = JSON.parse(redacted(JSON.stringify(failure))) as typeof failure;
      expect(JSON.stringify(response)).toContain(JSON.stringify(masked));
      expect(JSON.stringify(response)).not.toContain("hunter2");
    }
  });

  it.each([
    "The password must be at least 8 characters.",
    "Пароль: не короче 8 символов, без пробелов",
    "Token: is required",
    "http://localhost/api/v1/sip?page=2",
    "[нет]",
  ])("keeps texts without a secret: %s", (message) => {
    expect(JSON.parse(redacted(JSON.stringify({ message })))).toEqual({ message });
  });

  it("has a value masked whose name is in a neighbouring field", () => {
    const text = redacted(JSON.stringify({ input: inputWith("hunter2") }));
    expect(JSON.parse(text)).toEqual({ input: inputWith("***") });
  });

  it("has other occurrences of a secret masked too", () => {
    const errors = { password: ["The password hunter2hunter2 is too simple."] };
    const text = redacted(JSON.stringify({ errors, input: { password: "hunter2hunter2" } }));
    expect(text).toContain("The password *** is too simple.");
    expect(text).not.toContain("hunter2hunter2");
  });

  it("is searched in linear time", () => {
    const startedAt = performance.now();
    for (const piece of ["a", "password", "{", '\\"', "password ", "://", "%22", "a:"]) {
      redacted(JSON.stringify({ message: piece.repeat(100_000 / piece.length) }));
    }
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

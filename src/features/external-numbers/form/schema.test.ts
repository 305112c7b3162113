import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExternalNumber } from "#api/externalNumbers.ts";
import { createExternalJoiner } from "#domain/externalNumbers/rows.ts";
import { EMPTY, hostProblem, isHost, toAteRequest, toDraft, toSipUriRequest } from "./schema.ts";

describe("the server field", () => {
  it.each([
    ["sip.operator.example", undefined],
    [" 10.0.0.1 ", undefined],
    ["", undefined],
    ["sip://sip.operator.example", "scheme"],
    ["https://sip.operator.example:5060/x", "scheme"],
    ["sip:10.0.0.1", "scheme"],
    ["sip.operator.example:5060", "port"],
    ["2001:db8::1", "ipv6"],
    ["[2001:db8::1]:5060", "ipv6"],
    ["a.example, b.example", "list"],
    ["me@sip.operator.example", "login"],
    ["sip.operator.example/path", "path"],
    ["сип.оператор.рф", "letters"],
    ["-sip.example", "letters"],
  ])("%j: %s", (typed, problem) => {
    expect(hostProblem(typed)).toBe(problem);
  });

  it("has an error exactly where the request would be rejected", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV6(), fc.domain()), (typed) => {
        const fine = typed.trim() === "" || isHost(typed);
        expect(hostProblem(typed) === undefined).toBe(fine);
      }),
    );
  });
});

describe("the request", () => {
  const values = { ...EMPTY, host: "sip.x.example", number: "8 (495) 000-20-02" };
  const whole = { ...values, login: "me", secret: " s3 " };

  it("of SIP-URI has its two fields alone, whatever was typed for the other kind", async () => {
    expect(await toSipUriRequest(whole)).toEqual({ host: "sip.x.example", number: 74950002002 });
  });

  it("of «АТС» has five, the password untouched", async () => {
    expect(await toAteRequest(whole)).toEqual({
      host: "sip.x.example",
      number: 74950002002,
      port: 5060,
      login: "me",
      secret: " s3 ",
    });
  });

  it("keeps an unchanged number exactly as it was returned, even a short one", async () => {
    const short = { ...values, number: "+12345" };
    expect(await toSipUriRequest(short, "12345")).toMatchObject({ number: 12345 });
    expect(await toSipUriRequest({ ...short, number: "+12346" }, "12345")).toMatchObject({
      number: "+12346",
    });
  });

  it("passes an invalid number through, for the schema to reject", async () => {
    expect(await toSipUriRequest({ ...values, number: "12" })).toMatchObject({ number: "12" });
    expect(await toSipUriRequest({ ...values, number: " " })).toMatchObject({ number: undefined });
  });
});

const row = (number: Partial<ExternalNumber>) => {
  const listed = { id: 1, number: "74950002002", source: "", type: "АТС", ...number };
  const [made] = createExternalJoiner()([listed], []);
  if (made === undefined) throw new Error("The joiner gives a row for a number");
  return made;
};

describe("what an edit form requires again", () => {
  it.each([
    ["me@sip.x.example", { host: "sip.x.example", login: "me" }, ["port", "secret"]],
    ["sip.x.example", { host: "sip.x.example", login: "" }, ["port", "login", "secret"]],
    ["me@sip.x.example:5061", { host: "", login: "me" }, ["host", "port", "secret"]],
    ["", { host: "", login: "" }, ["host", "port", "login", "secret"]],
  ])("of «АТС» with %j", (source, values, reentryFields) => {
    const draft = toDraft(row({ source }), "ate");
    expect(draft).toMatchObject({ values: { ...values, port: "", secret: "" }, reentryFields });
  });

  it.each([
    ["sip.x.example", "sip.x.example", []],
    ["sip1.x.example,sip2.x.example", "", ["host"]],
    ["", "", ["host"]],
  ])("of SIP-URI with %j", (source, host, reentryFields) => {
    const draft = toDraft(row({ source, type: "SIP-URI" }), "sipuri");
    expect(draft).toMatchObject({ values: { host, number: "74950002002" }, reentryFields });
  });
});

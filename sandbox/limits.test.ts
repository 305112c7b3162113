import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, startTestSandbox, type TestSandbox } from "./testing.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ accounts: 3 });
});
afterAll(() => sandbox.close());

const account = { name: "Новый", number: 500, sip_timeout: 20 };
const phone = { number: "79000000001", timeout: 25 };
const scenario = { name: "Вечер", sequence_rule: "single", sip_timeout: 20, voicemail: false };

const BETWEEN = "must be between 0 and 90.";
const STEP = "must be a multiple of 5.";

/** The reason on a field; undefined when the request was accepted. */
async function rejectionReason(method: string, path: string, body: object, field: string) {
  await sandbox.send("POST", "/__sandbox/reset");
  const { status, json } = await sandbox.api(method, path, { body });
  if (status < 300) return undefined;
  expect(status).toBe(422);
  expect(at(json, "message")).toBe("The given data was invalid.");
  const errors = at(json, "errors");
  expect(Object.keys(Object(errors))).toEqual([field]);
  return Object.values(Object(errors)).flat()[0];
}

const setVoicemailEmail = (email: string) =>
  rejectionReason("PATCH", "/voicemail", { send: true, email }, "email");
const target = { number_type: "ate", number_id: 17 };
const forward = (body: object) => sandbox.api("POST", "/number/external/follow", { body });

describe("extensions", () => {
  const range = "The number must be between 200 and 99999.";
  it.each([
    [199, range],
    [203, undefined],
    [99_999, undefined],
    [100_000, range],
    [210.5, "The number must be an integer."],
    ["abc", "The number must be an integer."],
    [null, "The number must be an integer."],
  ])("%s: %s", async (number, expected) => {
    expect(await rejectionReason("PUT", "/sip", { ...account, number }, "number")).toBe(expected);
    expect(await rejectionReason("PATCH", "/sip/25", { number }, "number")).toBe(expected);
  });

  it("can be reused after their account is deleted", async () => {
    await sandbox.send("POST", "/__sandbox/reset", { body: { accounts: 0 } });
    const { status } = await sandbox.api("PUT", "/sip", { body: { ...account, number: 200 } });
    expect(status).toBe(201);
  });
});

describe("timeouts", () => {
  it.each([
    [0, undefined],
    [3, STEP],
    [5, undefined],
    [90, undefined],
    [95, BETWEEN],
    [-5, BETWEEN],
    [7.5, "must be an integer."],
  ])("%s s: %s", async (timeout, end) => {
    const expectedReason = (field: string) =>
      end === undefined ? undefined : `The ${field} ${end}`;
    const phones = [phone, { ...phone, timeout }];
    expect([
      await rejectionReason("PUT", "/sip", { ...account, sip_timeout: timeout }, "sip_timeout"),
      await rejectionReason("PUT", "/sip", { ...account, phone_timeout: timeout }, "phone_timeout"),
      await rejectionReason(
        "POST",
        "/sip/25/scenarios",
        { ...scenario, sip_timeout: timeout },
        "sip_timeout",
      ),
      await rejectionReason(
        "PUT",
        "/sip/25/scenarios/40",
        { ...scenario, phones },
        "phones.1.timeout",
      ),
    ]).toEqual([
      expectedReason("sip timeout"),
      expectedReason("phone timeout"),
      expectedReason("sip timeout"),
      expectedReason("phones.1.timeout"),
    ]);
  });
});

describe("texts and phones", () => {
  it.each([
    [{ name: "" }, "name", "The name field is required."],
    [{ name: "x".repeat(256) }, "name", "The name may not be greater than 255 characters."],
    [{ phone_number: "+79000000001" }, "phone_number", "The phone number format is invalid."],
    [{ phone_number: 79_000_000_001 }, "phone_number", "The phone number must be a string."],
    [{ sequence_rule: "random" }, "sequence_rule", "The selected sequence rule is invalid."],
    [{ aon: 0 }, "aon", "The aon must be greater than 0."],
  ])("%j", async (fields, field, expected) => {
    expect(await rejectionReason("PUT", "/sip", { ...account, ...fields }, field)).toBe(expected);
  });

  it("allow five forwarding phones and not six", async () => {
    const five = { ...scenario, phones: Array.from({ length: 5 }, () => phone) };
    expect(await rejectionReason("POST", "/sip/25/scenarios", five, "phones")).toBeUndefined();
    const six = { ...scenario, phones: [...five.phones, phone] };
    const expectedReason = "The phones may not have more than 5 items.";
    expect(await rejectionReason("POST", "/sip/25/scenarios", six, "phones")).toBe(expectedReason);
  });

  it("require a valid e-mail address or an empty one", async () => {
    const expectedReason = "The email must be a valid email address.";
    expect([await setVoicemailEmail("rerum"), await setVoicemailEmail("")]).toEqual([
      expectedReason,
      undefined,
    ]);
  });
});

describe("external numbers", () => {
  it("require the fields of their connection type", async () => {
    const body = { host: "sip.x.example", number: 74_950_003_001 };
    const asAte = await sandbox.api("PUT", "/number/external/ate", { body });
    expect(Object.keys(Object(at(asAte.json, "errors")))).toEqual(["port", "login", "secret"]);
    const asUri = await sandbox.api("PUT", "/number/external/sipuri", {
      body: { ...body, port: 1 },
    });
    expect(at(asUri.json, "errors")).toEqual({ port: ["The port field is prohibited."] });
  });

  it.each([
    [{ type: "sip" }, ["cli_type", "sip_id"]],
    [{ type: "sip", sip_id: 25, cli_type: "Y", group_id: 9 }, ["group_id"]],
    [
      { type: "bitrix", type_default: "group", cli_type: "N", cli_type_default: "N" },
      ["group_id", "host"],
    ],
    [{ type: "empty", cli_type: "Y" }, ["cli_type"]],
    [{ type: "fax" }, ["type"]],
  ])("report the wrong fields of the forwarding %j", async (body, fields) => {
    const { status, json } = await forward({ ...target, ...body });
    expect(status).toBe(422);
    expect(Object.keys(Object(at(json, "errors"))).sort()).toEqual(fields);
  });

  it.each([
    { type: "number", destination_number: "79000000001", cli_type: "Y" },
    { type: "amo", host: "crm.example", cli_type: "Y", type_default: "empty" },
    { type: "empty" },
  ])("accept the forwarding %j", async (body) => {
    expect((await forward({ ...target, ...body })).status).toBe(200);
  });
});

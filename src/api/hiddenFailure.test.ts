import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "./client.ts";
import type { ApiError } from "./errors.ts";
import { isApiError } from "./errors.ts";
import { findHiddenFailure } from "./hiddenFailure.ts";
import type { Operation } from "./operation.ts";
import { sampleList } from "./samples/index.ts";
import { stubFetch, text } from "./samples/stubFetch.ts";
import { listSipAccounts } from "./sip.ts";
import { createSipAccount, updateSipAccount } from "./sipChanges.ts";
import { listAllowedDirections } from "./directions.ts";
import { getVoicemail } from "./voicemail.ts";

afterEach(() => vi.unstubAllGlobals());

const reads = sampleList.filter(({ operation }) => operation.method === "GET");
const writes = sampleList.filter(({ operation }) => operation.method !== "GET");

async function getError(op: Operation, body: string | null, init: ResponseInit = {}) {
  stubFetch(() => (body === null ? new Response(null, init) : text(body, init)));
  const row = sampleList.find(({ operation }) => operation.name === op.name);
  return await call(op, (row?.request ?? {}) as never).then(
    () => undefined,
    (reason: unknown) => reason as ApiError,
  );
}

describe("a write", () => {
  it.each(writes)(
    "$operation.name succeeds when the response confirms it",
    async ({ operation }) => {
      for (const success of ["true", '"true"', "1", '"1"']) {
        expect(await getError(operation, `{"success":${success},"message":"Saved"}`)).toBe(
          undefined,
        );
      }
      expect(await getError(operation, '{"success":true,"errors":[],"error":null}')).toBe(
        undefined,
      );
      expect(await getError(operation, null, { status: 204 })).toBe(undefined);
    },
  );

  const BUSY = "Номер занят";
  it.each([
    [{ success: false, message: BUSY }],
    [{ success: "False", error: BUSY }],
    [{ error: BUSY }],
    [{ error: { code: 17, message: BUSY } }],
    [{ error: true, message: BUSY }],
    [{ error: 1, msg: BUSY }],
    [{ status: "error", message: BUSY }],
    [{ status: "Failed", reason: BUSY }],
    [{ status: 422, message: BUSY }],
    [{ result: "error", detail: BUSY }],
    [{ ok: false, description: "?", error_description: BUSY }],
    [{ data: { success: false, message: BUSY } }],
    [{ result: { success: false, message: BUSY } }],
    [{ response: { error: BUSY }, message: BUSY }],
    [{ error_message: BUSY }],
    [{ status: "ошибка", message: BUSY }],
    [{ data: [{ error: BUSY }], message: BUSY }],
    [{ data: { error: BUSY } }],
    [{ code: "ERR_TAKEN", message: BUSY }],
    [{ code: 400, message: BUSY }],
    [{ errors: [BUSY] }],
    [{ errors: { number: [BUSY] }, message: BUSY }],
  ])("with the response %j failed, with the provider's message", async (body) => {
    const error = await getError(updateSipAccount, JSON.stringify(body));
    expect(error).toMatchObject({ kind: "invalid", status: 200, providerMessage: BUSY });
  });

  it.each([
    [{ errors: { number: ["taken"] } }],
    [{ errors: { number: "taken" } }],
    [{ errors: [{ field: "number", message: "taken" }] }],
    [{ data: { errors: { number: ["taken", 7] } } }],
    [{ error: { errors: { number: ["taken"] } } }],
  ])("with the response %j names the field", async (body) => {
    const error = await getError(updateSipAccount, JSON.stringify(body));
    expect(error).toMatchObject({ kind: "invalid", fields: { number: ["taken"] } });
  });

  it("that fails with only a code has the code as its message", async () => {
    const error = await getError(updateSipAccount, '{"code":"ERR_TAKEN"}');
    expect(error).toMatchObject({ kind: "invalid", providerMessage: "ERR_TAKEN" });
  });

  it.each([
    "{}",
    "[]",
    "null",
    "true",
    '"ok"',
    '{"ok":true}',
    '{"success":null}',
    '{"success":[]}',
    '{"success":"pending"}',
    '{"message":"Accepted"}',
    '[{"success":true}]',
    '{"data":{"success":true}}',
    '{"success":true,"error":"Номер занят"}',
    '{"success":true,"data":{"success":false}}',
    "",
    "  ",
  ])("with the response %j may or may not be done", async (body) => {
    const error = await getError(updateSipAccount, body);
    expect(error).toMatchObject({ kind: "unconfirmed", operation: "PATCH /sip/{id}" });
  });

  it("with 201 and no body succeeds if Location names the new item", async () => {
    const headers = { Location: "http://localhost/api/v1/sip/93" };
    expect(await getError(createSipAccount, "", { status: 201, headers })).toBeUndefined();
    for (const [op, init] of [
      [createSipAccount, { status: 201 }],
      [createSipAccount, { status: 200, headers }],
      [createSipAccount, { status: 202, headers }],
      [updateSipAccount, { status: 201, headers }],
    ] as const) {
      expect(await getError(op, "", init)).toMatchObject({ kind: "unconfirmed" });
    }
  });

  it("never succeeds with a response without its own `success`", () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ data: fc.jsonValue(), message: fc.jsonValue(), status: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...writes), body, ({ operation }, given) => {
        const own: unknown = Array.isArray(given) ? undefined : Object(given).success;
        fc.pre(!/^(true|1)$/i.test(String(own).trim()));
        expect(isApiError(findHiddenFailure(operation, 200, given))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a read", () => {
  it.each(reads)("$operation.name succeeds with its documented data", ({ operation, response }) => {
    expect(findHiddenFailure(operation, 200, response)).toBeUndefined();
    const chatty = { ...(response as object), success: true, message: "OK", errors: [], code: 200 };
    expect(findHiddenFailure(operation, 200, chatty)).toBeUndefined();
  });

  const MESSAGE = "Доступ временно закрыт";
  it.each([
    { error: MESSAGE },
    { status: "error", message: MESSAGE },
    { data: { success: false, message: MESSAGE } },
    { data: [], error: { message: MESSAGE } },
    { data: [], message: MESSAGE },
    { data: [], success: 0, message: MESSAGE },
    { code: "ERR_CLOSED", message: MESSAGE },
    { message: MESSAGE },
    { errors: [MESSAGE], data: [] },
  ])("with the response %j is not an empty list", async (body) => {
    const error = await getError(listSipAccounts, JSON.stringify(body));
    expect(error).toMatchObject({ kind: "provider", status: 200, providerMessage: MESSAGE });
  });

  it("that returns a message instead of data has failed", async () => {
    const failure = { message: MESSAGE };
    for (const [op, body] of [
      [listAllowedDirections, { directions: [], ...failure }],
      [getVoicemail, failure],
    ] as const) {
      const error = await getError(op, JSON.stringify(body));
      expect(error).toMatchObject({ kind: "provider", providerMessage: MESSAGE });
    }
  });

  it.each([
    [401, "refused"],
    ["403", "refused"],
    [404, "notFound"],
    [429, "tooManyRequests"],
    [500, "provider"],
  ])("with code %j is treated as one with that status", async (code, kind) => {
    const body = JSON.stringify({ code, message: "Server Error" });
    expect(await getError(listSipAccounts, body)).toMatchObject({ kind, status: 200 });
  });
});

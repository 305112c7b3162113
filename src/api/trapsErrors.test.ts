import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "./client.ts";
import { listAllowedDirections } from "./directions.ts";
import { ApiError } from "./errors.ts";
import { listExternalNumbers } from "./externalNumbers.ts";
import { retryAfterSeconds } from "./failure.ts";
import type { Operation } from "./operation.ts";
import { documentedFailures, laravelFailures } from "./samples/failures.ts";
import { doneResponse } from "./samples/helpers.ts";
import { sampleList, samples } from "./samples/index.ts";
import { json, stubFetch, text } from "./samples/stubFetch.ts";
import { getSipAccount, listSipAccounts } from "./sip.ts";
import { updateSipAccount } from "./sipChanges.ts";
import { listScenarios } from "./sipScenarios.ts";

afterEach(() => vi.unstubAllGlobals());

/** The error that `call` throws for a response; the test fails when it throws none. */
async function getError(op: Operation, response: () => Response): Promise<ApiError> {
  stubFetch(response);
  const row = sampleList.find(({ operation }) => operation.name === op.name);
  const error: unknown = await call(op, (row?.request ?? {}) as never).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
}

async function reading<T extends Operation>(op: T, body: unknown) {
  stubFetch(() => json(body));
  const row = sampleList.find(({ operation }) => operation.name === op.name);
  return (await call(op, (row?.request ?? {}) as never)).data;
}

describe("3. success may be a failure", () => {
  it.each([false, 0, "0", "false"])("treats 200 with success %j as a failure", async (success) => {
    const body = { success, message: "The number is busy", errors: { number: "busy" } };
    const write = await getError(updateSipAccount, () => json(body));
    expect(write).toMatchObject({ kind: "invalid", status: 200, fields: { number: ["busy"] } });
    expect(write.providerMessage).toBe("The number is busy");
    const list = await getError(listSipAccounts, () => json(body));
    expect(list.kind).toBe("provider");
  });

  const { userNotFound, userNotFoundStop, badSmartNumberId } = documentedFailures;
  const { unauthenticated, serverError, invalid } = laravelFailures;
  it.each([
    [400, badSmartNumberId, { kind: "invalid" }],
    [401, unauthenticated, { kind: "refused", refusedReason: "token" }],
    [403, { message: "Forbidden" }, { kind: "refused", refusedReason: "rights" }],
    [404, { message: "Not found." }, { kind: "notFound" }],
    [422, invalid, { kind: "invalid", fields: invalid.errors }],
    [429, { message: "Too Many Attempts." }, { kind: "tooManyRequests" }],
    [500, userNotFound, { kind: "notFound" }],
    [500, userNotFoundStop, { kind: "notFound" }],
    [500, { message: "No access", code: 500 }, { kind: "refused", refusedReason: "noAccess" }],
    [500, { message: "Доступ закрыт", code: 500 }, { kind: "refused", refusedReason: "noAccess" }],
    [500, serverError, { kind: "provider", refusedReason: undefined }],
    [503, { message: "Service Unavailable" }, { kind: "provider" }],
  ])("reads %i %j", async (status, body, expected) => {
    const error = await getError(updateSipAccount, () => json(body, { status }));
    const operation = "PATCH /sip/{id}";
    expect(error).toMatchObject({ status, operation, providerMessage: body.message, ...expected });
  });

  it("does not treat an error page of a reverse proxy as the provider's response", async () => {
    const page = "<html><h1>404 Not Found</h1>nginx</html>";
    const error = await getError(listSipAccounts, () => text(page, { status: 404 }));
    expect(error.kind).toBe("unintelligible");
  });

  it.each([
    ["<html><h1>502 Bad Gateway</h1></html>", 502, "provider"],
    ["<html>maintenance</html>", 500, "provider"],
    ["", 500, "provider"],
    ["", 504, "timeout"],
    ["", 401, "refused"],
    ["", 404, "notFound"],
    ["<html>maintenance</html>", 200, "unintelligible"],
    ["", 200, "unintelligible"],
    ['{"data":[{"id":79,"na', 200, "unintelligible"],
    ["null", 200, "unintelligible"],
  ] as const)("reads %j with status %i of a list as %s", async (body, status, kind) => {
    const headers = { "X-Request-Id": "a1b2c3d4" };
    const error = await getError(listSipAccounts, () => text(body, { status, headers }));
    expect(error).toMatchObject({ kind, status, operation: "GET /sip" });
    expect(error.providerMessage).toBeUndefined();
  });

  it.each([
    [401, "<html>401 Authorization Required</html>", {}, "login"],
    [401, "", {}, "login"],
    [401, "{}", {}, "login"],
    [401, '{"message":"Unauthorized"}', {}, "login"],
    [403, "<html>Forbidden</html>", {}, "login"],
    [302, "", { Location: "/oauth2/sign_in" }, "login"],
    [303, "", { Location: "https://login.office.example/" }, "login"],
    [200, "\n<!doctype html><title>Sign in</title>", { "Content-Type": "text/html" }, "login"],
    [401, "<html>Unauthorized</html>", { "X-Request-Id": "a1b2c3d4" }, "token"],
    [401, JSON.stringify(unauthenticated), { "X-Request-Id": "a1b2c3d4" }, "token"],
    [403, "<html>Forbidden</html>", { "X-Request-Id": "a1b2c3d4" }, "rights"],
  ])(
    "treats %i with %j and %j as a refusal of the %3$s",
    async (status, body, headers, refusedReason) => {
      for (const op of [listSipAccounts, updateSipAccount]) {
        const error = await getError(op, () => text(body, { status, headers }));
        expect(error).toMatchObject({ kind: "refused", refusedReason });
      }
    },
  );

  it.each([
    [502, "<html>502 Bad Gateway</html>", "offline"],
    [503, "", "offline"],
    [504, "<html>504 Gateway Time-out</html>", "timeout"],
    [524, "<html>A timeout occurred</html>", "timeout"],
    [500, "<html>500 Internal Server Error</html>", "unintelligible"],
    [413, "<html>413 Request Entity Too Large</html>", "unintelligible"],
  ])("treats %i with %j as a reverse proxy's, not the provider's", async (status, body, kind) => {
    for (const op of [listSipAccounts, updateSipAccount]) {
      expect((await getError(op, () => text(body, { status }))).kind).toBe(kind);
    }
  });

  it("treats a redirect that the browser did not follow as the login", async () => {
    const redirect = Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
    const error = await getError(listSipAccounts, () => redirect);
    expect(error).toMatchObject({ kind: "refused", refusedReason: "login" });
  });

  it.each([
    ["<html>maintenance</html>", 200],
    ['{"success":', 201],
  ] as const)("does not treat %j with %i as a successful write", async (body, status) => {
    const headers = { "X-Request-Id": "a1b2c3d4" };
    const error = await getError(updateSipAccount, () => text(body, { status, headers }));
    expect(error.kind).toBe("unintelligible");
  });

  const date = "Wed, 21 Oct 2026 07:28:00 GMT";
  it.each([
    ["30", 30],
    ["0", 0],
    ["Wed, 21 Oct 2026 07:28:45 GMT", 45],
    ["Wed, 21 Oct 2026 07:00:00 GMT", 0],
    ["999999", 60],
    ["Thu, 21 Oct 2027 07:28:00 GMT", 60],
    ["soon", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["", undefined],
  ])("reads Retry-After %j as %j seconds, whatever the computer's clock", (retryAfter, seconds) => {
    for (const wrong of [-3_600_000, 0, 3_600_000]) {
      vi.setSystemTime(Date.parse(date) + wrong);
      expect(retryAfterSeconds(new Headers({ Date: date, "Retry-After": retryAfter }))).toBe(
        seconds,
      );
    }
    vi.useRealTimers();
  });

  it("measures a Retry-After without a Date by the computer's clock, and gives undefined without one", () => {
    vi.setSystemTime(Date.parse(date));
    const inAMoment = new Headers({ "Retry-After": "Wed, 21 Oct 2026 07:28:45 GMT" });
    expect(retryAfterSeconds(inAMoment)).toBe(45);
    expect(retryAfterSeconds(new Headers())).toBeUndefined();
    vi.useRealTimers();
  });

  it("gives the wait after 429", async () => {
    const headers = { "Retry-After": "17" };
    const error = await getError(listSipAccounts, () => json({}, { status: 429, headers }));
    expect(error).toMatchObject({ kind: "tooManyRequests", retryAfter: 17 });
  });

  it.each([
    ["upstream-timeout", 504, "timeout"],
    ["upstream-unreachable", 502, "provider"],
    ["upstream-unacceptable", 502, "unintelligible"],
    ["overloaded", 503, "tooManyRequests"],
    ["unknown-path", 404, "provider"],
    ["bad-request", 400, "provider"],
  ] as const)(
    "distinguishes the proxy's own %s from the provider's %i",
    async (proxy, status, kind) => {
      const body = { message: "proxy", code: status, proxy };
      const error = await getError(listSipAccounts, () => json(body, { status }));
      expect(error).toMatchObject({ kind, status, providerMessage: undefined });
    },
  );
});

describe("a network failure between this server and the provider", () => {
  it.each([
    ["proxy-login", "proxy-login"],
    ["<b>", undefined],
    [7, undefined],
  ])("with the reason %j becomes %j", async (reason, network) => {
    const body = { message: "m", code: 502, proxy: "upstream-unreachable", reason };
    const error = await getError(listSipAccounts, () => json(body, { status: 502 }));
    expect(error).toMatchObject({ kind: "provider", network });
  });

  it("is never read from the provider's own body", async () => {
    const body = { message: "m", reason: "proxy-login" };
    const error = await getError(listSipAccounts, () => json(body, { status: 502 }));
    expect(error.network).toBeUndefined();
  });
});

describe("11. unknown values and fields", () => {
  it("keeps an unknown endpoint type, phone type, rule and type of connection", async () => {
    const scenario = { id: 1, name: "x", active: true, sequence_rule: "Round", extra: {} };
    const endpoints = [{ type: "fax", timeout: 5, colour: "red" }];
    const { data } = await reading(listScenarios, { data: [{ ...scenario, endpoints }] });
    expect(data[0]?.endpoints).toStrictEqual([{ type: "fax", timeout: 5 }]);
    expect(data[0]?.sequence_rule).toBe("Round");

    const account = {
      ...samples.getSipAccount.response,
      aon: { id: 1, number: 1, phone_type: "x" },
    };
    expect((await reading(getSipAccount, account)).aon?.phone_type).toBe("x");

    const row = { number: "79104445566", type: "H.323", status: true };
    const { external_numbers } = await reading(listExternalNumbers, { external_numbers: [row] });
    expect(external_numbers[0]?.type).toBe("H.323");
  });

  it("reads a list whose registration is text, as in the status operation", async () => {
    const [row] = samples.listExternalNumbers.response.external_numbers;
    const list = { external_numbers: [{ ...row, status: "OK" }] };
    expect((await reading(listExternalNumbers, list)).external_numbers).toHaveLength(1);
  });

  it("ignores unknown fields", async () => {
    const unknown = { ...samples.getSipAccount.response, colour: "red", nested: { a: [1] } };
    expect(await reading(getSipAccount, unknown)).toStrictEqual(samples.getSipAccount.result);
  });

  it.each([
    [listSipAccounts, { success: true }, "data"],
    [getSipAccount, { data: samples.getSipAccount.response }, "id"],
    [listAllowedDirections, { directions: "none" }, "directions"],
    [listExternalNumbers, { external_numbers: null }, "external_numbers"],
  ])("names operation and field when one is missing", async (op, body, path) => {
    const error = await getError(op, () => json(body));
    const operation = `GET ${op.path}`;
    expect(error).toMatchObject({ kind: "unintelligible", operation, responsePath: path });
  });
});

describe("12. secrets", () => {
  const secrets = ["IVtv7zIF", "ea-secret", "non-secret"];
  const bodies = [
    { ...samples.updateSipAccount, secret: "ea-secret", field: "password" },
    { ...samples.createExternalNumber, secret: "non-secret", field: "secret" },
  ];

  it.each(bodies)("are in no address and no error of $operation.name", async (row) => {
    const request = { ...row.request, body: { ...row.request.body, [row.field]: row.secret } };
    const sent = stubFetch(() => json({ message: "Server Error" }, { status: 500 }));
    const failed = await call(row.operation, request as never).catch((error: unknown) => error);
    expect(sent[0]?.path).not.toContain(row.secret);
    expect(sent[0]?.query.size).toBe(0);
    expect(everythingIn(failed)).not.toContain(row.secret);
    const broken = { ...request, body: { ...request.body, number: row.secret } };
    const refused = await call(row.operation, broken as never).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(everythingIn(refused)).not.toContain(row.secret);
  });

  it("are in no error about an unreadable response", async () => {
    const answer = { ...samples.getSipAccount.response, number: "IVtv7zIF" };
    const error = await getError(getSipAccount, () => json(answer));
    for (const secret of secrets) expect(everythingIn(error)).not.toContain(secret);
  });

  it("are left out of a successful write's result", async () => {
    stubFetch(() => json({ ...doneResponse, password: "IVtv7zIF" }));
    const { data } = await call(updateSipAccount, samples.updateSipAccount.request);
    expect(data).toStrictEqual(doneResponse);
  });
});

function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  const own = Object.getOwnPropertyNames(error).filter((key) => key !== "cause");
  return JSON.stringify(error, own) + String(error) + everythingIn(error.cause ?? null);
}

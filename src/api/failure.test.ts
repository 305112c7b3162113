import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "./client.ts";
import { type ApiErrorKind, isApiError } from "./errors.ts";
import { toApiError, retryAfterSeconds } from "./failure.ts";
import { label } from "./operation.ts";
import { PROXY_PROBLEMS, readProxyProblem } from "./proxyProblem.ts";
import { laravelFailures } from "./samples/failures.ts";
import { sampleList } from "./samples/index.ts";
import { stubFetch, text } from "./samples/stubFetch.ts";

afterEach(() => vi.unstubAllGlobals());

const kinds = new Set<ApiErrorKind>([
  "offline",
  "timeout",
  "refused",
  "notFound",
  "invalid",
  "unconfirmed",
  "store",
  "tooManyRequests",
  "provider",
  "unintelligible",
]);

const labels = new Set(sampleList.map(({ operation }) => label(operation)));
const anySample = fc.constantFrom(...sampleList);
/** Any JSON, and JSON with the fields that the contract reads. */
const anyBody = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      success: fc.oneof(fc.constantFrom(false, true, 0, "false", null), fc.jsonValue()),
      message: fc.oneof(fc.constantFrom("User not found", "Server Error"), fc.jsonValue()),
      code: fc.jsonValue(),
      errors: fc.oneof(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.jsonValue())),
        fc.jsonValue(),
      ),
      proxy: fc.oneof(fc.constantFrom(...PROXY_PROBLEMS), fc.jsonValue()),
      data: fc.jsonValue(),
      directions: fc.jsonValue(),
      external_numbers: fc.array(fc.jsonValue()),
    },
    { requiredKeys: [] },
  ),
);
/** What a `Response` may hold with a body: 204, 205 and 304 may not. */
const anyStatus = fc
  .integer({ min: 200, max: 599 })
  .filter((status) => ![204, 205, 304].includes(status));
const failedStatus = anyStatus.filter((status) => status >= 300);
const anyHeader = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."0123456789 .,:-+eGMTWed".split("")) }),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
);

/** What `call` rejects with for a response; undefined when it resolves. */
async function getRejection(row: (typeof sampleList)[number], response: () => Response) {
  stubFetch(response);
  return await call(row.operation, row.request as never).then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

/** What is wrong with an error as a value of `ApiError`; empty when nothing is. */
function findFaults(error: unknown): string[] {
  if (!isApiError(error)) return [`not an ApiError: ${String(error)}`];
  const { kind, operation, fields, providerMessage } = error;
  const reasons = Object.values(fields).flat();
  const checks = {
    kind: kinds.has(kind),
    operation: labels.has(operation),
    fields: reasons.every((reason) => typeof reason === "string"),
    providerMessage: providerMessage === undefined || typeof providerMessage === "string",
  };
  return Object.entries(checks).flatMap(([check, passed]) => (passed ? [] : [check]));
}

describe("any response", () => {
  it("with any status and any JSON gives data or an ApiError with a kind", async () => {
    await fc.assert(
      fc.asyncProperty(anySample, anyStatus, anyBody, async (row, status, body) => {
        const error = await getRejection(row, () => text(JSON.stringify(body), { status }));
        fc.pre(status >= 300 || error !== undefined);
        expect(findFaults(error)).toEqual([]);
        expect(error).toHaveProperty("status", status);
      }),
      { numRuns: 1000 },
    );
  });

  it("with any status and any text, complete or truncated, gives data or an ApiError", async () => {
    const cut = fc
      .tuple(anySample, fc.nat(400))
      .map(([{ response }, at]) => JSON.stringify(response).slice(0, at));
    const anyText = fc.oneof(fc.string({ unit: "binary" }), cut, fc.constant("<html></html>"));
    await fc.assert(
      fc.asyncProperty(anySample, anyStatus, anyText, async (row, status, body) => {
        const error = await getRejection(row, () => text(body, { status }));
        fc.pre(status >= 300 || error !== undefined);
        expect(findFaults(error)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("with an error status is never offline, and unintelligible only where the proxy reports that", () => {
    fc.assert(
      fc.property(anySample, failedStatus, anyBody, ({ operation }, status, body) => {
        const error = toApiError(operation, new Response(null, { status }), body);
        expect(findFaults(error)).toEqual([]);
        const isUnreadable = readProxyProblem(body) === "upstream-unacceptable";
        expect(error.kind).not.toBe("offline");
        expect(error.kind === "unintelligible").toBe(isUnreadable);
        expect(error.refusedReason !== undefined).toBe(error.kind === "refused");
      }),
      { numRuns: 500 },
    );
  });

  it("with any Retry-After gives whole seconds up to a minute, or undefined", () => {
    fc.assert(
      fc.property(anyHeader, anyHeader, (retryAfter, date) => {
        const seconds = retryAfterSeconds(new Headers({ "Retry-After": retryAfter, Date: date }));
        if (seconds === undefined) return;
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe("field errors", () => {
  const [{ operation }] = sampleList as [(typeof sampleList)[number]];
  const answer = new Response(null, { status: 422 });

  it("keep each field's messages, one or many", () => {
    const { fields } = toApiError(operation, answer, laravelFailures.invalid);
    expect(fields).toEqual(laravelFailures.invalid.errors);
    const single = { errors: { number: "taken" } };
    expect(toApiError(operation, answer, single).fields).toEqual({ number: ["taken"] });
  });

  it("are kept beside a message of an unknown type", () => {
    const odd = { message: { ru: "занят" }, code: [], errors: { number: ["taken"] } };
    const error = toApiError(operation, answer, odd);
    expect(error).toMatchObject({ fields: { number: ["taken"] }, providerMessage: undefined });
  });

  it("are an empty object, never undefined, without messages", () => {
    expect(toApiError(operation, answer, { message: "no", errors: [] }).fields).toEqual({});
    expect(toApiError(operation, answer, undefined).fields).toEqual({});
  });
});

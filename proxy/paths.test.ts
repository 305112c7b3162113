import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchOperation } from "#api/match.ts";
import { buildPath } from "#api/operation.ts";
import { operationList } from "#api/operations.ts";
import { fetchAsApp, rawRequest, startPair } from "./testing/proxy.ts";

const parseStatus = (response: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1]);

const fillParams = (path: string) => path.replace("{type}", "ate").replace(/\{\w+\}/g, "7");

describe("the operation allowlist", () => {
  it.each(operationList.map((op) => [op.name, op] as const))("forwards %s", async (_, op) => {
    const { upstream, proxy } = await startPair();
    const target = `/api/v1${fillParams(op.path)}`;
    const hasBody = op.method !== "GET" && op.body !== undefined;
    const response = await fetchAsApp(
      `${proxy.url}${target}${op.method === "GET" ? "?user_id=1" : ""}`,
      {
        method: op.method,
        ...(hasBody ? { body: "{}", headers: { "content-type": "application/json" } } : {}),
      },
    );
    expect(response.status).toBe(200);
    expect(upstream.seen[0]).toMatchObject({ method: op.method, target });
  });

  it("rejects a wrong method with 405 and the allowed ones", async () => {
    const { upstream, proxy } = await startPair();
    for (const method of ["POST", "DELETE", "OPTIONS", "HEAD"]) {
      const response = await fetchAsApp(`${proxy.url}/api/v1/sip`, { method });
      expect([method, response.status]).toEqual([method, 405]);
      expect(response.headers.get("allow")?.split(", ").sort()).toEqual(["GET", "PUT"]);
    }
    expect(upstream.seen).toEqual([]);
  });

  it.each([
    "/api",
    "/api/",
    "/api/v1",
    "/api/v2/sip",
    "/api/v1/sip/",
    "/api/v1//sip",
    "/api/v1/sip/abc",
    "/api/v1/sip/0",
    "/api/v1/sip/1%2Fscenarios",
    "/api/v1/sip/%31",
    "/api/v1/%73ip",
    "/api/v1/sip/1/../2",
    "/api/v1/x/../sip",
    "/api/v1/./sip",
    "/api/v1/sip/%2e%2e/voicemail",
    "/api/v1/sip/%252e%252e/voicemail",
    "/api/v1/sip;a=1",
    "/api/v1/sip#/x",
    "/api/v1/sip\\1",
    "/api/v1/sip/1%00",
    "/api/v1/payments",
    "/API/v1/sip",
    "/%61pi/v1/sip",
    "//api/v1/sip",
    "http://127.0.0.1/api/v1/sip",
    "/x/../api/v1/sip",
  ])("rejects any other path: %s", async (target) => {
    const { upstream, proxy } = await startPair();
    const status = parseStatus(await rawRequest(proxy.port, "GET", target));
    expect([400, 404]).toContain(status);
    expect(upstream.seen).toEqual([]);
  });
});

describe("a hostile path", () => {
  const piece = fc.oneof(
    fc.constantFrom("sip", "statuses", "number", "external", "ate", "sipuri", "direction", "1"),
    fc.constantFrom("..", ".", "", "%2e%2e", "%2f", "%252f", "%5c", "\\", "#", ";", "%00", "@"),
    fc.constantFrom("scenarios", "voicemail", "follow", "status", "25", "0", "-1", "1e3", "%31"),
    fc.string({
      unit: fc.constantFrom(...Array.from("abz019%./;\\#?&=~:@!$'()*+,[]{}|^")),
      maxLength: 6,
    }),
  );
  const invented = fc
    .tuple(
      fc.constantFrom("/api/v1/", "/api/v1", "/api/", "//api/v1/", "/x/../api/v1/", "/"),
      fc.array(piece, { maxLength: 5 }),
      fc.constantFrom("/", "/", "//", "%2f", "\\"),
    )
    .map(([start, pieces, separator]) => start + pieces.join(separator));
  const mutated = fc
    .tuple(fc.constantFrom(...operationList), fc.nat(30), fc.oneof(fc.constant(""), piece))
    .map(([op, at, insertion]) => {
      const declared = `/api/v1${fillParams(op.path)}`;
      return declared.slice(0, at) + insertion + declared.slice(at);
    });
  const path = fc.oneof(invented, mutated);
  const method = fc.constantFrom("GET", "GET", "DELETE", "PATCH");

  it("reaches the provider only as the operation that it matches literally", async () => {
    const { upstream, proxy } = await startPair();
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(method, path, async (verb, target) => {
        upstream.seen.length = 0;
        await rawRequest(proxy.port, verb, target);
        const match = matchOperation(verb, target.split("?")[0] ?? "");
        const expectedPath =
          match.found === "operation" ? buildPath(match.operation, match.params) : undefined;
        for (const { method: sent, target: forwarded } of upstream.seen) {
          reached += 1;
          expect(sent).toBe(verb);
          expect(forwarded.split("?")[0]).toBe(expectedPath);
        }
      }),
      { numRuns: 400 },
    );
    expect(reached).toBeGreaterThan(0);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Match, matchOperation } from "./match.ts";
import { API_PREFIX, label, type Method, buildPath } from "./operation.ts";
import { operationList } from "./operations.ts";
import { sampleList } from "./samples/index.ts";

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const samplePaths = sampleList.map(({ documented }) => new URL(documented.url).pathname);
const anyPath = fc.constantFrom(...samplePaths);
/** The path as the client would send it for the operation that was found. */
function spelled(match: Match): string {
  if (match.found !== "operation") return match.found;
  return `${match.operation.method} ${buildPath(match.operation, match.params)}`;
}

function operationName(method: string, path: string): string {
  const match = matchOperation(method, API_PREFIX + path);
  return match.found === "operation" ? match.operation.name : match.found;
}

function allowedOn(method: string, path: string): readonly Method[] | undefined {
  const match = matchOperation(method, API_PREFIX + path);
  return match.found === "path" ? match.allow.toSorted() : undefined;
}

const anyMethod = fc.constantFrom(...methods);

describe("every operation's path", () => {
  it.each(sampleList.map(({ operation, documented }) => [label(operation), operation, documented]))(
    "%s matches itself",
    (_, operation, { method, url }) => {
      const { pathname } = new URL(url);
      expect(matchOperation(method, pathname)).toMatchObject({ found: "operation", operation });
      expect(spelled(matchOperation(method, pathname))).toBe(`${method} ${pathname}`);
    },
  );

  it("returns ids as numbers and types as strings", () => {
    expect(matchOperation("DELETE", "/api/v1/sip/42/scenarios/78")).toMatchObject({
      params: { id: 42, sid: 78 },
    });
    expect(matchOperation("PATCH", "/api/v1/number/external/sipuri/7")).toMatchObject({
      params: { type: "sipuri", id: 7 },
    });
  });

  it("prefers a literal segment to a parameter in the same position", () => {
    expect(operationName("GET", "/sip/statuses")).toBe("listSipStatuses");
    expect(operationName("GET", "/number/external/status")).toBe("listExternalStatuses");
    expect(operationName("POST", "/number/external/follow")).toBe("followExternalNumber");
    expect(operationName("PUT", "/number/external/status")).toBe("path");
    expect(operationName("PUT", "/number/external/crm")).toBe("nothing");
  });
});

describe("a wrong method", () => {
  it.each<[string, Method[]]>([
    ["/sip", ["GET", "PUT"]],
    ["/sip/statuses", ["GET"]],
    ["/sip/42", ["GET", "PATCH", "DELETE"]],
    ["/sip/42/scenarios", ["GET", "POST"]],
    ["/sip/42/scenarios/78", ["PUT", "PATCH", "DELETE"]],
    ["/number/external", ["GET"]],
    ["/number/external/status", ["GET"]],
    ["/number/external/follow", ["POST"]],
    ["/number/external/ate", ["PUT"]],
    ["/number/external/sipuri/1", ["PATCH", "DELETE"]],
    ["/smart-numbers", ["GET", "POST"]],
    ["/smart-numbers/5", ["DELETE"]],
    ["/voicemail", ["GET", "PATCH"]],
    ["/direction", ["GET", "PUT", "DELETE"]],
    ["/directions", ["GET"]],
    ["/number", ["GET"]],
    ["/media", ["GET"]],
    ["/groups", ["GET"]],
    ["/scenario", ["GET"]],
    ["/call-queues", ["GET"]],
  ])("on %s lists what is allowed", (path, allowed) => {
    const others = [...methods, "HEAD", "OPTIONS", "TRACE", "get", "", "GET "];
    for (const method of others.filter((one) => !allowed.some((known) => known === one))) {
      expect(allowedOn(method, path)).toEqual(allowed.toSorted());
    }
  });
});

describe("hostile variants match nothing", () => {
  const nothing = { found: "nothing" };

  it.each([
    "",
    "/",
    "/api/v1",
    "/api/v1/",
    "/sip",
    "/api/v2/sip",
    "/API/v1/sip",
    "/api/v1/Sip",
    "/api/v1/sip/",
    "//api/v1/sip",
    "/api//v1/sip",
    "api/v1/sip",
    "https://restapi.plusofon.ru/api/v1/sip",
    "//restapi.plusofon.ru/api/v1/sip",
    "/api/v1/sip/..",
    "/api/v1/sip/../balance",
    "/api/v1/./sip",
    "/api/v1/sip/%2e%2e/balance",
    "/api/v1/sip%2F42",
    "/api/v1/sip/42%00",
    "/api/v1/sip/42;x=1",
    "/api/v1/sip/42?x=1",
    "/api/v1/sip/42#x",
    "/api/v1/sip\\42",
    "/api/v1/sip/ 42",
    "/api/v1/sip/042",
    "/api/v1/sip/0",
    "/api/v1/sip/-1",
    "/api/v1/sip/+1",
    "/api/v1/sip/1.0",
    "/api/v1/sip/1e3",
    "/api/v1/sip/0x10",
    "/api/v1/sip/٤٢",
    "/api/v1/sip/9007199254740993",
    "/api/v1/sip/99999999999999999999",
    "/api/v1/sip/{id}",
    "/api/v1/number/external/АТС",
    "/api/v1/number/external/ate/status",
    "/api/v1/constructor",
    "/api/v1/number/external/__proto__",
  ])("%j", (path) => {
    for (const method of methods) expect(matchOperation(method, path)).toEqual(nothing);
  });

  const smuggled = fc.constantFrom(
    ..."/ // \\ . .. ;a=b %2f %2F %5c %2e %2e%2e %00 \0 \t \n ? # @ : * Ａ é -".split(" "),
    " ",
    "\u200b",
    "\ufeff",
  );

  it("with any string inserted anywhere", () => {
    fc.assert(
      fc.property(anyMethod, anyPath, smuggled, fc.nat(60), (method, path, extra, at) => {
        const place = at % (path.length + 1);
        const hostile = path.slice(0, place) + extra + path.slice(place);
        expect(matchOperation(method, hostile)).toEqual(nothing);
      }),
      { numRuns: 1000 },
    );
  });

  it("with another segment at the end or in the middle", () => {
    const segment = fc.constantFrom("", ".", "..", "admin", "0", "%31", "sip ", "__proto__");
    fc.assert(
      fc.property(anyMethod, anyPath, segment, fc.nat(9), (method, path, extra, at) => {
        const hostile = path
          .split("/")
          .toSpliced(at + 1, 0, extra)
          .join("/");
        expect(matchOperation(method, hostile)).toEqual(nothing);
      }),
      { numRuns: 1000 },
    );
  });
});

it("matches only the exact path that the client itself would send", () => {
  const odd = fc.oneof(
    fc.constantFrom("ate", "sipuri", "%61te", "status", "..", "", "{id}"),
    fc.nat().map(String),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );
  // Declared paths with odd values for parameters, and sometimes for a literal segment.
  const path = fc
    .constantFrom(...operationList)
    .chain((operation) =>
      fc.tuple(
        ...operation.path
          .split("/")
          .map((word) =>
            word.startsWith("{")
              ? odd
              : fc.oneof(
                  { weight: 9, arbitrary: fc.constant(word) },
                  { weight: 1, arbitrary: odd },
                ),
          ),
      ),
    );
  let matched = 0;
  fc.assert(
    fc.property(anyMethod, path, (method, segments) => {
      const pathname = API_PREFIX + segments.join("/");
      const match = matchOperation(method, pathname);
      if (match.found === "operation") matched++;
      expect(["path", "nothing", `${method} ${pathname}`]).toContain(spelled(match));
    }),
    { numRuns: 2000 },
  );
  expect(matched).toBeGreaterThan(100);
});

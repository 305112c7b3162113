import { EventEmitter, once } from "node:events";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { createLog, LOG_LEVELS, type LogEntry } from "./log.ts";
import { fetchAsApp, startPair, TOKEN } from "./testing/proxy.ts";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A proxy that collects its log. A line is written after its response: `nextLine` waits for it. */
async function startWithLog() {
  const lines: string[] = [];
  const written = new EventEmitter();
  const write = (line: string) => {
    lines.push(line);
    written.emit("line");
  };
  const log = createLog("all", write, () => NOW);
  const servers = await startPair(undefined, { log });
  const nextLine = async (): Promise<string> => {
    if (lines.length === 0) await once(written, "line");
    return lines.shift() ?? "";
  };
  onTestFinished(() => expect(lines).toEqual([]));
  return { ...servers, nextLine };
}

describe("the log", () => {
  it("has a line for each request, with ID of its response", async () => {
    const { proxy, nextLine } = await startWithLog();
    const good = await fetchAsApp(`${proxy.url}/api/v1/sip/7?a=1`);
    expect(JSON.parse(await nextLine())).toEqual({
      time: "2026-01-02T03:04:05.000Z",
      level: "info",
      id: good.headers.get("x-request-id"),
      operation: "GET /sip/{id}",
      status: 200,
      ms: expect.any(Number),
      upstreamMs: expect.any(Number),
    });
    const bad = await fetchAsApp(`${proxy.url}/api/v1/nothing/7`);
    expect(JSON.parse(await nextLine())).toEqual({
      time: "2026-01-02T03:04:05.000Z",
      level: "warn",
      id: bad.headers.get("x-request-id"),
      operation: "an undeclared request",
      status: 404,
      ms: expect.any(Number),
      problem: "unknown-path",
    });
    expect(bad.headers.get("x-request-id")).not.toBe(good.headers.get("x-request-id"));
  });

  it.each([
    ["0123456789abcdef", true],
    ["6F9619FF-8B86-D011-B42D-00CF4FC964FF", true],
    ["1234", false],
    ["hunter2-hunter2-hunter2", false],
    ["f".repeat(65), false],
    ["0123456789abcdef, 0123456789abcdef", false],
  ])("takes over the request id %j of a reverse proxy: %j", async (received, isKept) => {
    const { proxy, upstream, nextLine } = await startWithLog();
    const response = await fetchAsApp(`${proxy.url}/api/v1/sip/7`, {
      headers: { "x-request-id": received },
    });
    const id = response.headers.get("x-request-id");
    expect(JSON.parse(await nextLine())).toMatchObject({ id });
    expect(id === received).toBe(isKept);
    expect(upstream.seen[0]?.headers["x-request-id"]).toBeUndefined();
  });

  it("holds nothing from a request, and each entry is one line", async () => {
    const { proxy, nextLine } = await startWithLog();
    const secret = fc
      .string({ unit: fc.constantFrom(...Array.from('ab "\\{}<>%&=?#/\n\r\t\0ы')), maxLength: 8 })
      .map((text) => `hunter2${text}hunter2`);
    const operation = fc.constantFrom(
      ["GET", "/sip/7"],
      ["PATCH", "/sip/7"],
      ["GET", "/sip"],
      ["GET", "/number/external/status"],
      ["DELETE", "/sip/7"],
      ["POST", "/nothing"],
    );
    await fc.assert(
      fc.asyncProperty(
        operation,
        secret,
        fc.boolean(),
        async ([method = "", path = ""], text, inPath) => {
          const quoted = encodeURIComponent(text);
          const fullPath = inPath ? `${path}/${quoted}` : path;
          await fetchAsApp(`${proxy.url}/api/v1${fullPath}?page=${quoted}&logins[]=${quoted}`, {
            method,
            headers: {
              authorization: `Bearer ${quoted}`,
              cookie: `a=${quoted}`,
              [`x-${quoted.replaceAll(/\W/g, "")}`]: quoted,
              "x-request-id": quoted,
              "user-agent": quoted,
              "content-type": "application/json",
            },
            ...(method === "GET" ? {} : { body: JSON.stringify({ password: text }) }),
          });
          const written = await nextLine();
          expect(written).not.toContain("hunter2");
          expect(written).not.toContain(TOKEN);
          expect(written).not.toMatch(/[\n\r]/);
          expect(JSON.parse(written)).toMatchObject({ id: expect.stringMatching(/^[\da-f]{16}$/) });
        },
      ),
      { numRuns: 100 },
    );
  });

  it("writes the entries of its level", () => {
    const entries: LogEntry[] = [
      { level: "info", event: "a\r\nb" },
      { level: "warn", event: "c" },
      { level: "error", event: "d" },
    ];
    const written = LOG_LEVELS.map((level) => {
      const lines: string[] = [];
      const log = createLog(level, (line) => lines.push(line));
      for (const entry of entries) log(entry);
      expect(lines.join("")).not.toMatch(/[\n\r]/);
      return lines.length;
    });
    expect(written).toEqual([3, 2, 0]);
  });
});

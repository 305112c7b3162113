import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { startPair } from "./testing/proxy.ts";

const PATHS = ["/api/v1/sip", "/api/session", "/__sandbox/faults"];

/** A request with its header lines as they are; gives the whole raw answer. */
function raw(port: number, requestLine: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => {
      const all = [`${requestLine} HTTP/1.1`, ...lines, "Connection: close"];
      socket.write(`${all.join("\r\n")}\r\n\r\n`);
    });
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

const OWN = "X-Pult: 1";
const HOST = "Host: pult.example";
const own = { names: ["pult.example"], anyAddress: false };

describe("another site's page", () => {
  it.each([
    ["by its origin", [HOST, OWN, "Origin: https://elsewhere.example"]],
    ["with its origin hidden", [HOST, OWN, "Origin: null"]],
    ["with an empty origin", [HOST, OWN, "Origin:"]],
    ["from another port", [HOST, OWN, "Origin: https://pult.example:8443"]],
    ["with our name and more", [HOST, OWN, "Origin: https://pult.example.evil.example"]],
    ["with our name before an @", [HOST, OWN, "Origin: https://pult.example@evil.example"]],
    ["with our name after an @", [HOST, OWN, "Origin: https://evil.example@pult.example"]],
    ["with an address for an origin", [HOST, OWN, "Origin: https://pult.example/"]],
    ["of another scheme", [HOST, OWN, "Origin: chrome-extension://pult.example"]],
    ["with ours and its own", [HOST, OWN, "Origin: https://pult.example, https://evil.example"]],
    [
      "with ours before its own",
      [HOST, OWN, "Origin: https://pult.example", "Origin: https://evil.example"],
    ],
    ["by Sec-Fetch-Site", [HOST, OWN, "Sec-Fetch-Site: cross-site"]],
    ["beside us", [HOST, OWN, "Sec-Fetch-Site: same-site"]],
    ["by an address that was typed", [HOST, OWN, "Sec-Fetch-Site: none"]],
    [
      "by one of two Sec-Fetch-Site headers",
      [HOST, OWN, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"],
    ],
    ["without our header", [HOST]],
    ["with our header empty", [HOST, "X-Pult:"]],
    ["with our header twice", [HOST, OWN, OWN]],
    ["with another value", [HOST, "X-Pult: true"]],
    ["under two hosts", [HOST, "Host: evil.example", OWN]],
    ["under none and ours", ["Host:", HOST, OWN]],
  ])("is refused %s", async (_, lines) => {
    const { upstream, proxy } = await startPair(undefined, { hosts: own });
    const sandboxed = await startPair(undefined, { hosts: own, sandboxUrl: upstream.url });
    for (const path of PATHS) {
      for (const { port } of [proxy, sandboxed.proxy]) {
        const answer = await raw(port, `GET ${path}`, lines);
        expect([path, answer.slice(0, 12)]).toEqual([path, "HTTP/1.1 403"]);
        expect(answer).toMatch(/"proxy":"(bad-request|unknown-address)"/);
      }
    }
    expect(upstream.seen).toEqual([]);
  });

  it("is not allowed to ask whether it may", async () => {
    const { upstream, proxy } = await startPair();
    for (const path of PATHS) {
      const answer = await fetch(proxy.url + path, {
        method: "OPTIONS",
        headers: {
          origin: "https://elsewhere.example",
          "access-control-request-method": "GET",
          "access-control-request-headers": "x-pult",
        },
      });
      expect(answer.status).toBe(403);
      const names = [...answer.headers.keys()];
      expect(names.filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
    expect(upstream.seen).toEqual([]);
  });
});

describe("a web server in front that sends its own Host", () => {
  const front = {
    names: ["pult.example", "ported.example:8443", "localhost"],
    anyAddress: false,
    pages: ["pult.example", "ported.example:8443", "fd00::7", "localhost"],
  };
  const HIDDEN = "Host: 127.0.0.1:8080";
  const ask = async (lines: readonly string[]) => {
    const { proxy } = await startPair(undefined, { hosts: front });
    return raw(proxy.port, "GET /api/v1/sip", [HIDDEN, OWN, ...lines]);
  };

  it.each([
    ["https://pult.example", "Sec-Fetch-Site: same-origin"],
    ["http://PULT.example", "X-Any: 1"],
    ["https://ported.example:8443", "X-Any: 1"],
    ["http://[fd00::7]", "X-Any: 1"],
  ])("passes %s, which ALLOWED_HOSTS names", async (origin, line) => {
    expect(await ask([`Origin: ${origin}`, line])).toMatch(/^HTTP\/1\.1 200/);
  });

  it.each([
    "https://elsewhere.example",
    "https://pult.example:8443",
    "https://ported.example",
    "https://pult.example.evil.example",
    // Any program of this machine may have a page there.
    "http://localhost",
  ])("refuses %s and names the missing setting", async (origin) => {
    const answer = await ask([`Origin: ${origin}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
    expect(answer).toContain('"proxy":"unknown-address"');
    expect(answer).toContain("ALLOWED_HOSTS");
  });

  it("refuses a cross-site request with our Origin", async () => {
    for (const site of ["cross-site", "same-site", "none"]) {
      const answer = await ask(["Origin: https://pult.example", `Sec-Fetch-Site: ${site}`]);
      expect(answer).toContain('"proxy":"bad-request"');
    }
  });
});

describe("our own page", () => {
  it.each([
    [
      "as a browser sends it",
      [HOST, OWN, "Origin: http://pult.example", "Sec-Fetch-Site: same-origin"],
    ],
    ["behind a front with TLS", [HOST, OWN, "Origin: https://pult.example"]],
    [
      "behind one that names its port",
      ["Host: pult.example:443", OWN, "Origin: https://pult.example"],
    ],
    ["on a port of its own", ["Host: pult.example:8443", OWN, "Origin: https://pult.example:8443"]],
    ["in capitals", ["Host: PULT.example", OWN, "Origin: https://Pult.EXAMPLE"]],
    ["and a client without a browser", [HOST, OWN]],
  ])("is answered %s", async (_, lines) => {
    const { proxy, upstream } = await startPair(undefined, { hosts: own });
    expect(await raw(proxy.port, "GET /api/v1/sip", lines)).toMatch(/^HTTP\/1\.1 200/);
    expect(upstream.seen).toHaveLength(1);
  });
});

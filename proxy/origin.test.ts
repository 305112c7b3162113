import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { startPair } from "./testing/proxy.ts";

const PATHS = ["/api/v1/sip", "/api/session", "/__sandbox/faults"];

/** Sends a request with raw header lines and returns the whole raw response. */
function rawFetch(
  port: number,
  requestLine: string,
  headerLines: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    let response = "";
    const socket = connect(port, "127.0.0.1", () => {
      const all = [`${requestLine} HTTP/1.1`, ...headerLines, "Connection: close"];
      socket.write(`${all.join("\r\n")}\r\n\r\n`);
    });
    socket.on("data", (chunk: Buffer) => (response += chunk.toString("latin1")));
    socket.on("end", () => resolve(response));
    socket.on("error", reject);
  });
}

const OWN = "X-Pult: 1";
const HOST = "Host: pult.example";
const allowedHosts = { names: ["pult.example"], anyAddress: false };

describe("a request of another site's page", () => {
  it.each([
    ["with its origin", [HOST, OWN, "Origin: https://elsewhere.example"]],
    ["with its origin hidden", [HOST, OWN, "Origin: null"]],
    ["with an empty origin", [HOST, OWN, "Origin:"]],
    ["with an origin on another port", [HOST, OWN, "Origin: https://pult.example:8443"]],
    ["with our name as a prefix", [HOST, OWN, "Origin: https://pult.example.evil.example"]],
    ["with our name before an @", [HOST, OWN, "Origin: https://pult.example@evil.example"]],
    ["with our name after an @", [HOST, OWN, "Origin: https://evil.example@pult.example"]],
    ["with a URL as the origin", [HOST, OWN, "Origin: https://pult.example/"]],
    ["with an origin of another scheme", [HOST, OWN, "Origin: chrome-extension://pult.example"]],
    [
      "with our origin and its own",
      [HOST, OWN, "Origin: https://pult.example, https://evil.example"],
    ],
    [
      "with our origin in a header before its own",
      [HOST, OWN, "Origin: https://pult.example", "Origin: https://evil.example"],
    ],
    ["with a cross-site Sec-Fetch-Site", [HOST, OWN, "Sec-Fetch-Site: cross-site"]],
    ["with a same-site Sec-Fetch-Site", [HOST, OWN, "Sec-Fetch-Site: same-site"]],
    ["with the Sec-Fetch-Site of a typed address", [HOST, OWN, "Sec-Fetch-Site: none"]],
    [
      "with one of two Sec-Fetch-Site headers",
      [HOST, OWN, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"],
    ],
    ["without our header", [HOST]],
    ["with our header empty", [HOST, "X-Pult:"]],
    ["with our header twice", [HOST, OWN, OWN]],
    ["with another value of our header", [HOST, "X-Pult: true"]],
    ["with two hosts", [HOST, "Host: evil.example", OWN]],
    ["with an empty host and ours", ["Host:", HOST, OWN]],
  ])("is rejected %s", async (_, headerLines) => {
    const { upstream, proxy } = await startPair(undefined, { hosts: allowedHosts });
    const sandboxed = await startPair(undefined, { hosts: allowedHosts, sandboxUrl: upstream.url });
    for (const path of PATHS) {
      for (const { port } of [proxy, sandboxed.proxy]) {
        const response = await rawFetch(port, `GET ${path}`, headerLines);
        expect([path, response.slice(0, 12)]).toEqual([path, "HTTP/1.1 403"]);
        expect(response).toMatch(/"proxy":"(bad-request|unknown-address)"/);
      }
    }
    expect(upstream.seen).toEqual([]);
  });

  it("is rejected as a CORS preflight", async () => {
    const { upstream, proxy } = await startPair();
    for (const path of PATHS) {
      const response = await fetch(proxy.url + path, {
        method: "OPTIONS",
        headers: {
          origin: "https://elsewhere.example",
          "access-control-request-method": "GET",
          "access-control-request-headers": "x-pult",
        },
      });
      expect(response.status).toBe(403);
      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
    expect(upstream.seen).toEqual([]);
  });
});

describe("behind a reverse proxy that sends its own Host", () => {
  const proxiedHosts = {
    names: ["pult.example", "ported.example:8443", "localhost"],
    anyAddress: false,
    pages: ["pult.example", "ported.example:8443", "fd00::7", "localhost"],
  };
  const REPLACED_HOST = "Host: 127.0.0.1:8080";
  const fetchBehindProxy = async (headerLines: readonly string[]) => {
    const { proxy } = await startPair(undefined, { hosts: proxiedHosts });
    return rawFetch(proxy.port, "GET /api/v1/sip", [REPLACED_HOST, OWN, ...headerLines]);
  };

  it.each([
    ["https://pult.example", "Sec-Fetch-Site: same-origin"],
    ["http://PULT.example", "X-Any: 1"],
    ["https://ported.example:8443", "X-Any: 1"],
    ["http://[fd00::7]", "X-Any: 1"],
  ])("accepts the origin %s, which is in ALLOWED_HOSTS", async (origin, line) => {
    expect(await fetchBehindProxy([`Origin: ${origin}`, line])).toMatch(/^HTTP\/1\.1 200/);
  });

  it.each([
    "https://elsewhere.example",
    "https://pult.example:8443",
    "https://ported.example",
    "https://pult.example.evil.example",
    // Any program on this machine may serve a page there.
    "http://localhost",
  ])("rejects the origin %s and names the missing setting", async (origin) => {
    const response = await fetchBehindProxy([`Origin: ${origin}`]);
    expect(response).toMatch(/^HTTP\/1\.1 403/);
    expect(response).toContain('"proxy":"unknown-address"');
    expect(response).toContain("ALLOWED_HOSTS");
  });

  it("rejects a cross-site request with our Origin", async () => {
    for (const site of ["cross-site", "same-site", "none"]) {
      const response = await fetchBehindProxy([
        "Origin: https://pult.example",
        `Sec-Fetch-Site: ${site}`,
      ]);
      expect(response).toContain('"proxy":"bad-request"');
    }
  });
});

describe("a request of our own page", () => {
  it.each([
    [
      "with a browser's headers",
      [HOST, OWN, "Origin: http://pult.example", "Sec-Fetch-Site: same-origin"],
    ],
    ["behind a reverse proxy with TLS", [HOST, OWN, "Origin: https://pult.example"]],
    [
      "behind a reverse proxy that adds its port to Host",
      ["Host: pult.example:443", OWN, "Origin: https://pult.example"],
    ],
    [
      "on a port other than the default",
      ["Host: pult.example:8443", OWN, "Origin: https://pult.example:8443"],
    ],
    ["with capital letters", ["Host: PULT.example", OWN, "Origin: https://Pult.EXAMPLE"]],
    ["from a client other than a browser", [HOST, OWN]],
  ])("is accepted %s", async (_, headerLines) => {
    const { proxy, upstream } = await startPair(undefined, { hosts: allowedHosts });
    expect(await rawFetch(proxy.port, "GET /api/v1/sip", headerLines)).toMatch(/^HTTP\/1\.1 200/);
    expect(upstream.seen).toHaveLength(1);
  });
});

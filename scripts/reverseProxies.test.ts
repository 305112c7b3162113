import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, request } from "undici";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { startServer } from "#server/server.ts";
import { readSettings } from "#server/settings.ts";
import { IN_MEMORY } from "#server/store/sqlite.ts";
import { recordingUpstream, serve } from "#proxy/testing/upstream.ts";
import {
  FRONT_SECRET,
  readDeployFile,
  type ReverseProxy,
  isAvailable,
  NAME,
  PASSWORD,
  startReverseProxy,
} from "./testing/reverseProxies.ts";

/** Accepts the self-signed certificate of the test. */
const dispatcher = new Agent({ connections: 16, connect: { rejectUnauthorized: false } });
const FILES = { nginx: ["nginx.conf", "nginx-sso.conf"], caddy: ["Caddyfile", "Caddyfile-sso"] };
const ASSET = "/assets/app-1a2b.js";

let client = "";

beforeAll(() => {
  client = mkdtempSync(join(tmpdir(), "pult-"));
  mkdirSync(join(client, "assets"));
  writeFileSync(join(client, "index.html"), '<html lang="en"><title>Pult</title>');
  writeFileSync(join(client, ASSET), "1");
  return () => rmSync(client, { recursive: true });
});

async function startPult(settings: Record<string, string> = { ALLOWED_HOSTS: NAME }) {
  const provider = await recordingUpstream();
  const env = { PLUSOFON_TOKEN: "12|abc", PLUSOFON_URL: provider.url, PORT: "0", ...settings };
  const quiet = { store: { file: IN_MEMORY }, watchEveryMs: Infinity };
  const server = await startServer({ ...readSettings(env), ...quiet }, client);
  onTestFinished(async () => {
    await server.close();
    await provider.close();
  });
  return { pult: Number(new URL(server.url).port), provider };
}

/** Sends a request as a browser would, to the public host name. */
async function sendAsBrowser(
  url: string,
  path: string,
  { method = "GET", headers = {} }: { method?: "GET" | "PATCH"; headers?: object } = {},
) {
  const { protocol } = new URL(url);
  const baseHeaders = path.startsWith("/api") ? OWN_HEADER : { accept: "text/html" };
  const originHeaders =
    method === "GET" ? {} : { origin: `${protocol}//${NAME}`, "sec-fetch-site": "same-origin" };
  const response = await request(url + path, {
    method,
    headers: { host: NAME, ...baseHeaders, ...originHeaders, ...headers },
    dispatcher,
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: await response.body.text(),
  };
}

const WRITE = { method: "PATCH" as const };
const ACTIVATE = "/api/v1/sip/7/scenarios/8";

function describeProxy(kind: ReverseProxy): void {
  const [basic = "", sso = ""] = FILES[kind];

  it(`${basic} requires the password and does not forward it`, async () => {
    const { pult, provider } = await startPult();
    const url = await startReverseProxy(kind, readDeployFile(basic), { pult });
    const paths = ["/", "/sip", ASSET, "/api/v1/sip", "/healthz"];
    const denied = await Promise.all(paths.map((path) => sendAsBrowser(url, path)));
    expect(denied.map(({ status }) => status)).toEqual(paths.map(() => 401));
    const authorization = `Basic ${btoa(`anna:${PASSWORD}`)}`;
    const headers = { authorization };
    const page = await sendAsBrowser(url, "/sip/25", { headers });
    expect(page.status).toBe(200);
    expect(page.text).toContain("<title>Pult</title>");
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(page.headers["content-security-policy"]).toContain("script-src 'nonce-");
    expect(page.headers["cache-control"]).toBe("private, no-cache");
    const asset = await sendAsBrowser(url, ASSET, { headers });
    expect([asset.text, asset.headers["cache-control"]]).toEqual(["1", FOREVER]);
    const read = await sendAsBrowser(url, "/api/v1/sip?limit=10", { headers });
    expect(read.status).toBe(200);
    expect(read.headers["x-request-id"]).toMatch(/^[\w-]+$/);
    expect((await sendAsBrowser(url, ACTIVATE, { ...WRITE, headers })).status).toBe(200);
    const crossOrigin = { ...headers, origin: "https://evil.example" };
    expect((await sendAsBrowser(url, ACTIVATE, { ...WRITE, headers: crossOrigin })).status).toBe(
      403,
    );
    // Before a write the journal reads what it changes.
    expect(provider.seen.map(({ method }) => method)).toEqual(["GET", "GET", "PATCH"]);
    for (const seen of provider.seen) expect(seen.headers.authorization).toBe("Bearer 12|abc");
  });

  it.each([basic, sso])(
    "%s lets one-time links through without a login, and nothing else",
    async (name) => {
      const { pult, provider } = await startPult();
      const login = await serve((_, response) => response.writeHead(401).end());
      onTestFinished(() => login.close());
      const url = await startReverseProxy(kind, readDeployFile(name), { pult, login: login.port });
      const link = await sendAsBrowser(url, `/handover/${"A".repeat(43)}`);
      expect([link.status, link.headers["x-robots-tag"]]).toEqual([404, "noindex, nofollow"]);
      expect(link.text).toContain("This link does not work");
      // As they are: `fetch` would resolve them.
      for (const path of ["/handover/../api/v1/sip", "/handover/%2e%2e/api/v1/sip", "/handover"]) {
        const headers = { host: NAME, ...OWN_HEADER };
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { statusCode, body } = await dispatcher.request({
          origin: url,
          path,
          method: "GET",
          headers,
        });
        // oxlint-disable-next-line no-await-in-loop -- as above
        await body.dump();
        expect(statusCode).not.toBe(200);
      }
      expect(provider.seen).toEqual([]);
    },
  );

  it(`${sso} redirects to the login and back, and ignores forged headers`, async () => {
    const { pult, provider } = await startPult();
    const loginRequests: Record<string, string | string[] | undefined>[] = [];
    const login = await serve((incoming, response) => {
      loginRequests.push({ ...incoming.headers, path: incoming.url });
      const isLoggedIn = incoming.headers.cookie === "signed=in";
      if (incoming.url === "/oauth2/auth") response.writeHead(isLoggedIn ? 202 : 401).end();
      else response.writeHead(302, { location: "https://login.example/" }).end();
    });
    onTestFinished(() => login.close());
    const url = await startReverseProxy(kind, readDeployFile(sso), { pult, login: login.port });
    const forgedHeaders = {
      "x-auth-request-redirect": "https://evil.example/",
      "x-forwarded-uri": "/public",
      "x-forwarded-host": "evil.example",
      "x-real-ip": "10.9.9.9",
      "x-forwarded-for": "10.9.9.9",
    };
    const path = "/sip?q=%D0%B0&sort=name";
    const page = await sendAsBrowser(url, path, { headers: forgedHeaders });
    expect([page.status, page.headers.location]).toEqual([302, "https://login.example/"]);
    await sendAsBrowser(url, "/oauth2/callback?code=1", { headers: forgedHeaders });
    const apiResponse = await sendAsBrowser(url, "/api/v1/sip", { headers: forgedHeaders });
    expect([apiResponse.status, apiResponse.headers.location]).toEqual([401, undefined]);
    expect(loginRequests.map((one) => one["path"])).toEqual([
      "/oauth2/auth",
      "/oauth2/start",
      "/oauth2/callback?code=1",
      "/oauth2/auth",
    ]);
    expect(loginRequests[1]).toMatchObject({
      "x-auth-request-redirect": path,
      "x-forwarded-uri": path,
    });
    for (const one of loginRequests) {
      expect(one["x-real-ip"]).toBe("127.0.0.1");
      expect(JSON.stringify(one)).not.toMatch(/evil|public|10\.9/);
      expect(one).not.toHaveProperty("x-pult-front");
    }
    const headers = { cookie: "signed=in" };
    expect((await sendAsBrowser(url, path, { headers })).text).toContain("<title>Pult</title>");
    expect((await sendAsBrowser(url, "/api/v1/sip", { headers })).status).toBe(200);
    expect((await sendAsBrowser(url, ACTIVATE, { ...WRITE, headers })).status).toBe(200);
    expect((await sendAsBrowser(url, ACTIVATE, WRITE)).status).toBe(401);
    expect(provider.seen.map(({ method }) => method)).toEqual(["GET", "GET", "PATCH"]);
  });

  it(`${sso} tells Pult who it is, whatever the browser claims (LOGIN=header)`, async () => {
    const secretFile = join(client, "front-secret");
    writeFileSync(secretFile, FRONT_SECRET);
    const { pult, provider } = await startPult({
      ALLOWED_HOSTS: NAME,
      LOGIN: "header",
      FRONT_SECRET_FILE: secretFile,
      ADMIN_GROUPS: "telephony",
      SUPPORT_GROUPS: "helpdesk",
    });
    const people: Record<string, string> = { anna: "office,telephony", vera: "helpdesk", eva: "" };
    const login = await serve(({ headers: { cookie = "" } }, response) => {
      const groups = people[cookie];
      if (groups === undefined) return response.writeHead(401).end();
      const named = { "x-auth-request-user": cookie, "x-auth-request-groups": groups };
      return response.writeHead(202, named).end();
    });
    onTestFinished(() => login.close());
    const url = await startReverseProxy(kind, readDeployFile(sso), { pult, login: login.port });
    const forged = { "remote-user": "anna", "remote-groups": "telephony" };
    const statusOf = async (cookie: string, options: { method?: "PATCH" } = {}) => {
      const path = options.method === undefined ? "/api/v1/sip" : ACTIVATE;
      return (await sendAsBrowser(url, path, { ...options, headers: { cookie, ...forged } }))
        .status;
    };
    expect([await statusOf("anna"), await statusOf("anna", WRITE)]).toEqual([200, 200]);
    expect([await statusOf("vera"), await statusOf("vera", WRITE)]).toEqual([200, 403]);
    expect([await statusOf("eva"), await statusOf("eva", WRITE)]).toEqual([403, 403]);
    const session = await sendAsBrowser(url, "/api/session", { headers: { cookie: "vera" } });
    expect(JSON.parse(session.text)).toMatchObject({
      login: { kind: "header", user: { name: "vera", role: "support" } },
    });
    // Past the web server nobody is believed.
    const past = `http://127.0.0.1:${pult}`;
    expect((await sendAsBrowser(past, "/api/v1/sip", { headers: forged })).status).toBe(401);
    expect(provider.seen.filter(({ method }) => method !== "GET")).toHaveLength(1);
  });
}

const FOREVER = "public, max-age=31536000, immutable";

/** A minimal configuration as most people write it: one location, no login. */
const minimalConfig = (path: string, rest = "") =>
  readDeployFile("nginx.conf")
    .replace(/(auth|proxy)_(?!pass)\w+ .*;/g, "")
    .replace(
      /location \/ \{[^}]*\}/,
      `location ${path} { proxy_pass http://127.0.0.1:8080${rest}; }`,
    );

describe.skipIf(!isAvailable("caddy"))("behind Caddy,", () => {
  describeProxy("caddy");
});

describe.skipIf(!isAvailable("nginx"))("behind nginx,", () => {
  describeProxy("nginx");

  it("nginx.conf limits the request rate of one address", async () => {
    const { pult } = await startPult();
    const url = await startReverseProxy("nginx", readDeployFile("nginx.conf"), { pult });
    const headers = { authorization: `Basic ${btoa(`anna:${PASSWORD}`)}` };
    const responses = await Promise.all(
      Array.from({ length: 300 }, () => sendAsBrowser(url, ASSET, { headers })),
    );
    const rejected = responses.filter(({ status }) => status === 429);
    expect(rejected.length).toBeGreaterThan(0);
    expect(responses.length - rejected.length).toBeGreaterThanOrEqual(200);
  });

  it.each([
    [{ ALLOWED_HOSTS: NAME }, 200, /"success":true/],
    [{}, 403, /"proxy":"unknown-address"/],
  ])(
    "with nginx's default Host header and settings %o a write gets status %i",
    async (settings, status, expectedBody) => {
      const { pult } = await startPult(settings);
      const url = await startReverseProxy("nginx", minimalConfig("/"), { pult });
      expect((await sendAsBrowser(url, "/api/v1/sip")).status).toBe(200);
      const write = await sendAsBrowser(url, ACTIVATE, WRITE);
      expect(write.status).toBe(status);
      expect(write.text).toMatch(expectedBody);
    },
  );

  it.each(["", "/"])(
    "Pult works under a path, with %j after the upstream address",
    async (rest) => {
      const { pult } = await startPult({ BASE_PATH: "/pult", ALLOWED_HOSTS: NAME });
      const url = await startReverseProxy("nginx", minimalConfig("/pult/", rest), { pult });
      expect((await sendAsBrowser(url, "/pult/sip/25")).text).toContain('<html data-base="/pult"');
      expect((await sendAsBrowser(url, `/pult${ASSET}`)).text).toBe("1");
      const headers = OWN_HEADER;
      expect((await sendAsBrowser(url, "/pult/api/v1/sip", { headers })).status).toBe(200);
      expect((await sendAsBrowser(url, `/pult${ACTIVATE}`, { ...WRITE, headers })).status).toBe(
        200,
      );
    },
  );
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, request } from "undici";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { startServer } from "#server/server.ts";
import { readSettings } from "#server/settings.ts";
import { recordingUpstream, serve } from "#proxy/testing/upstream.ts";
import { deployed, type Front, isInstalled, NAME, PASSWORD, startFront } from "./testing/fronts.ts";

/** Takes the certificate that the test has just made. */
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
  const server = await startServer(readSettings(env), client);
  onTestFinished(async () => {
    await server.close();
    await provider.close();
  });
  return { pult: Number(new URL(server.url).port), provider };
}

/** A browser's request at the front's public name. */
async function ask(
  front: string,
  path: string,
  { method = "GET", headers = {} }: { method?: "GET" | "PATCH"; headers?: object } = {},
) {
  const { protocol } = new URL(front);
  const own = path.startsWith("/api") ? OWN_HEADER : { accept: "text/html" };
  const asked =
    method === "GET" ? {} : { origin: `${protocol}//${NAME}`, "sec-fetch-site": "same-origin" };
  const answer = await request(front + path, {
    method,
    headers: { host: NAME, ...own, ...asked, ...headers },
    dispatcher,
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: await answer.body.text(),
  };
}

const WRITE = { method: "PATCH" as const };
const ACTIVATE = "/api/v1/sip/7/scenarios/8";

function describeBehind(front: Front): void {
  const [basic = "", sso = ""] = FILES[front];

  it(`${basic} lets those in who know the password, and tells nobody else of it`, async () => {
    const { pult, provider } = await startPult();
    const url = await startFront(front, deployed(basic), { pult });
    const paths = ["/", "/sip", ASSET, "/api/v1/sip", "/healthz"];
    const denied = await Promise.all(paths.map((path) => ask(url, path)));
    expect(denied.map(({ status }) => status)).toEqual(paths.map(() => 401));
    const authorization = `Basic ${btoa(`anna:${PASSWORD}`)}`;
    const headers = { authorization };
    const page = await ask(url, "/sip/25", { headers });
    expect(page.status).toBe(200);
    expect(page.text).toContain("<title>Pult</title>");
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(page.headers["content-security-policy"]).toContain("script-src 'nonce-");
    expect(page.headers["cache-control"]).toBe("private, no-cache");
    const asset = await ask(url, ASSET, { headers });
    expect([asset.text, asset.headers["cache-control"]]).toEqual(["1", FOREVER]);
    const read = await ask(url, "/api/v1/sip?limit=10", { headers });
    expect(read.status).toBe(200);
    expect(read.headers["x-request-id"]).toMatch(/^[\w-]+$/);
    expect((await ask(url, ACTIVATE, { ...WRITE, headers })).status).toBe(200);
    const evil = { ...headers, origin: "https://evil.example" };
    expect((await ask(url, ACTIVATE, { ...WRITE, headers: evil })).status).toBe(403);
    expect(provider.seen.map(({ method }) => method)).toEqual(["GET", "PATCH"]);
    for (const seen of provider.seen) expect(seen.headers.authorization).toBe("Bearer 12|abc");
  });

  it(`${sso} leads to the login and back, and believes no browser who it is`, async () => {
    const { pult, provider } = await startPult();
    const seen: Record<string, string | string[] | undefined>[] = [];
    const login = await serve((asked, answer) => {
      seen.push({ ...asked.headers, path: asked.url });
      const isIn = asked.headers.cookie === "signed=in";
      if (asked.url === "/oauth2/auth") answer.writeHead(isIn ? 202 : 401).end();
      else answer.writeHead(302, { location: "https://login.example/" }).end();
    });
    onTestFinished(() => login.close());
    const url = await startFront(front, deployed(sso), { pult, login: login.port });
    const lies = {
      "x-auth-request-redirect": "https://evil.example/",
      "x-forwarded-uri": "/public",
      "x-forwarded-host": "evil.example",
      "x-real-ip": "10.9.9.9",
      "x-forwarded-for": "10.9.9.9",
    };
    const path = "/sip?q=%D0%B0&sort=name";
    const page = await ask(url, path, { headers: lies });
    expect([page.status, page.headers.location]).toEqual([302, "https://login.example/"]);
    await ask(url, "/oauth2/callback?code=1", { headers: lies });
    const call = await ask(url, "/api/v1/sip", { headers: lies });
    expect([call.status, call.headers.location]).toEqual([401, undefined]);
    expect(seen.map((one) => one["path"])).toEqual([
      "/oauth2/auth",
      "/oauth2/start",
      "/oauth2/callback?code=1",
      "/oauth2/auth",
    ]);
    expect(seen[1]).toMatchObject({ "x-auth-request-redirect": path, "x-forwarded-uri": path });
    for (const one of seen) {
      expect(one["x-real-ip"]).toBe("127.0.0.1");
      expect(JSON.stringify(one)).not.toMatch(/evil|public|10\.9/);
    }
    const headers = { cookie: "signed=in" };
    expect((await ask(url, path, { headers })).text).toContain("<title>Pult</title>");
    expect((await ask(url, "/api/v1/sip", { headers })).status).toBe(200);
    expect((await ask(url, ACTIVATE, { ...WRITE, headers })).status).toBe(200);
    expect((await ask(url, ACTIVATE, WRITE)).status).toBe(401);
    expect(provider.seen).toHaveLength(2);
  });
}

const FOREVER = "public, max-age=31536000, immutable";

/** All that most people write. */
const plain = (path: string, rest = "") =>
  deployed("nginx.conf")
    .replace(/auth_\w+ .*;/g, "")
    .replace(
      /location \/ \{[^}]*\}/,
      `location ${path} { proxy_pass http://127.0.0.1:8080${rest}; }`,
    );

describe.skipIf(!isInstalled("caddy"))("behind Caddy,", () => {
  describeBehind("caddy");
});

describe.skipIf(!isInstalled("nginx"))("behind nginx,", () => {
  describeBehind("nginx");

  it("one address can't try password after password", async () => {
    const { pult } = await startPult();
    const url = await startFront("nginx", deployed("nginx.conf"), { pult });
    const headers = { authorization: `Basic ${btoa(`anna:${PASSWORD}`)}` };
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => ask(url, ASSET, { headers })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(200);
  });

  it.each([
    [{ ALLOWED_HOSTS: NAME }, 200, /"success":true/],
    [{}, 403, /"proxy":"unknown-address"/],
  ])(
    "with nginx's own Host settings of %o give a change status %i",
    async (settings, status, words) => {
      const { pult } = await startPult(settings);
      const url = await startFront("nginx", plain("/"), { pult });
      expect((await ask(url, "/api/v1/sip")).status).toBe(200);
      const write = await ask(url, ACTIVATE, WRITE);
      expect(write.status).toBe(status);
      expect(write.text).toMatch(words);
    },
  );

  it.each(["", "/"])("under a path Pult works, with %j after its address", async (rest) => {
    const { pult } = await startPult({ BASE_PATH: "/pult", ALLOWED_HOSTS: NAME });
    const url = await startFront("nginx", plain("/pult/", rest), { pult });
    expect((await ask(url, "/pult/sip/25")).text).toContain('<html data-base="/pult"');
    expect((await ask(url, `/pult${ASSET}`)).text).toBe("1");
    const headers = OWN_HEADER;
    expect((await ask(url, "/pult/api/v1/sip", { headers })).status).toBe(200);
    expect((await ask(url, `/pult${ACTIVATE}`, { ...WRITE, headers })).status).toBe(200);
  });
});

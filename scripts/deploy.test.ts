import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SOURCES } from "./lib/freshness.mjs";
import { SETTING_NAMES } from "#server/settings.ts";
import { LIMITS } from "#proxy/upstream.ts";

const read = (name: string) => readFileSync(name, "utf8");
const findAll = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, match]) => match);

const DOCS = read("docs/deploy.md");
const DOCKERFILE = read("Dockerfile");
const UNIT = read("deploy/pult.service");
const COMPOSE = read("deploy/compose.yaml");
const PACKAGE = JSON.parse(read("package.json")) as { engines: { node: string } };
/** Where `npm run build` puts the server. */
const SERVER = "dist/server/main.js";

describe("each setting", () => {
  const places = [".env.example", "README.md", "docs/deploy.md"];
  it.each(places)("is named in %s", (place) => {
    const text = read(place);
    expect(SETTING_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});

describe("the container", () => {
  it("uses one exact Node.js version, which is new enough", () => {
    const images = findAll(DOCKERFILE, /^FROM node:(\d+)\.\d+\.\d+-slim/gm);
    expect(images).toHaveLength(2);
    expect(new Set(images).size).toBe(1);
    const minimum = Number(/>=(\d+)/.exec(PACKAGE.engines.node)?.[1]);
    expect(Number(images[0])).toBeGreaterThanOrEqual(minimum);
  });

  it("copies every file that the build reads, and no .env", () => {
    const rules = read(".dockerignore").split("\n");
    const allowed = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
    expect(rules).toContain("*");
    expect(allowed.filter((name) => !existsSync(name))).toEqual([]);
    expect(allowed.filter((name) => name.includes(".env"))).toEqual([]);
    const config = findAll(read("vite.config.ts"), /from "\.\/(\w+)/g);
    const page = findAll(read("index.html"), /(?:src|href)="\/(src|[\w-]+\.\w+)/g);
    const needed = new Set([...config, ...page.map((match) => match?.replace(/.*\..*/, "public"))]);
    expect(allowed).toEqual(expect.arrayContaining([...needed]));
    // `npm start` rebuilds after a change of the same files.
    expect([...SOURCES].sort()).toEqual(allowed.sort());
  });

  it("starts the built server and contains no token", () => {
    expect(DOCKERFILE).toContain(`CMD ["node", "${SERVER}"]`);
    expect(read("package.json")).toContain("--ssr server/main.ts --outDir dist/server");
    expect(DOCKERFILE).not.toMatch(/^(ARG|ENV) .*TOKEN/m);
  });
});

describe("the containers of compose.yaml", () => {
  it("share a private network, of which only the reverse proxy has published ports", () => {
    const [pult = "", caddy = ""] = COMPOSE.split(/^ {2}caddy:$/m);
    expect(pult).not.toMatch(/\bports:|\bexpose:/);
    expect(findAll(COMPOSE, /networks: (\[.*\])/g)).toEqual(["[pult]", "[pult]"]);
    expect(caddy).toContain("PULT_ADDRESS: pult:8080");
    expect(read("deploy/Caddyfile")).toContain("reverse_proxy {$PULT_ADDRESS:127.0.0.1:8080}");
    expect(findAll(COMPOSE, /image: \w+:(.*)/g)).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+/)]);
  });
});

describe("the systemd unit", () => {
  it("starts the built server with the token from a credential file", () => {
    expect(UNIT).toContain(`ExecStart=/usr/bin/node ${join("/opt/pult", SERVER)}`);
    expect(UNIT).toContain("Environment=PLUSOFON_TOKEN_FILE=%d/token");
    expect(UNIT).toContain("LoadCredential=token:/etc/pult/token");
    expect(DOCS).toContain("/etc/pult/token");
  });

  it("like Docker, waits until requests in flight are finished", () => {
    const finishMs = Number(
      /FINISH_MS = ([\d_]+)/.exec(read("server/main.ts"))?.[1]?.replaceAll("_", ""),
    );
    const stopTimeouts = [
      ...findAll(UNIT, /TimeoutStopSec=(\d+)/g),
      ...findAll(DOCS, /--stop-timeout (\d+)/g),
      ...findAll(COMPOSE, /stop_grace_period: (\d+)s/g),
    ];
    expect(stopTimeouts).toHaveLength(3);
    for (const seconds of stopTimeouts) expect(Number(seconds) * 1000).toBeGreaterThan(finishMs);
  });
});

describe("the reverse proxy examples", () => {
  const FILES = ["nginx.conf", "nginx-sso.conf", "Caddyfile", "Caddyfile-sso"];

  it.each(FILES.map((file) => `deploy/${file}`))("%s has a longer timeout than Pult", (name) => {
    const [seconds] = findAll(read(name), /timeout (\d+)s/g);
    expect(Number(seconds) * 1000).toBeGreaterThan(LIMITS.totalMs);
    expect(read(name)).toContain("127.0.0.1:8080");
    expect(DOCS).toContain(name);
  });
});

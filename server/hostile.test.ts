import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "#proxy/log.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";
import { IN_MEMORY } from "./store/sqlite.ts";
import { attacker } from "./testing/hostile/attacker.ts";
import { echoing } from "./testing/hostile/echoUpstream.ts";
import { CANARY_TARGET } from "./testing/hostile/framing.ts";
import { findFault } from "./testing/hostile/oracle.ts";
import { type Hostile, hostileRequest } from "./testing/hostile/request.ts";
import { recordingUpstream } from "#proxy/testing/upstream.ts";

/** How many requests are sent; `HOSTILE=1000000 npx vitest run server/hostile` sends more. */
const TOTAL = Number(process.env["HOSTILE"] ?? 5000);
const BATCH = 200;
const LANES = 4;
const RUN = "Zq7Wm2Xc9Lp4Ks8Jd3Hf6Gv1Bn5TyRu0AeIo4Pl2";
const TOKEN = `12|${RUN}`;
/** The random part of the token, and its middle in base64 at each of the three offsets. */
const SECRETS = [
  RUN,
  ...[0, 1, 2].map((at) => Buffer.from(RUN.slice(at + 1, at + 31)).toString("base64")),
];
/** Headers of the upstream that must not reach the client. */
const UPSTREAM_HEADERS =
  /^(set-cookie|server|x-powered-by|x-echo|link|proxy-\w+|trailer|upgrade):/im;

/** A server with its own upstream, so that every upstream request belongs to this lane. */
async function openLane(dir: string, lines: string[]) {
  const upstream = await recordingUpstream(echoing());
  const settings = readSettings({ PLUSOFON_TOKEN: TOKEN, PLUSOFON_URL: upstream.url, PORT: "0" });
  const store = { file: IN_MEMORY };
  const log = createLog("all", (line) => lines.push(line));
  const server = await startServer({ ...settings, store, watchEveryMs: Infinity }, dir, log);
  const { send, close } = attacker(Number(new URL(server.url).port), upstream);
  onTestFinished(async () => {
    close();
    await server.close();
    await upstream.close();
  });
  const ownHeaders = {
    host: new URL(upstream.url).host,
    connection: "keep-alive",
    authorization: `Bearer ${TOKEN}`,
    client: "10553",
    accept: "application/json",
    "content-type": "application/json",
  };
  return { upstream, send, ownHeaders };
}
type Lane = Awaited<ReturnType<typeof openLane>>;
type Counts = Record<"sent" | "passed" | "refused" | "shut out", number>;

/** Sends a request and describes what is wrong with the outcome. */
async function checkRequest(
  request: Hostile,
  { upstream, send, ownHeaders }: Lane,
  counts: Counts,
) {
  upstream.seen.length = 0;
  const { response } = await send(request);
  const seen = upstream.seen.filter(({ target }) => target !== "/barrier");
  // A connection that breaks after the response gets a 400 before it is closed.
  const withoutClosing = response.replace(
    /HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/,
    "",
  );
  const responseCount = withoutClosing.match(/^HTTP\/1\.1 [2-5]\d\d /gm)?.length ?? 0;
  counts.sent++;
  counts[seen.length > 0 ? "passed" : response !== "" ? "refused" : "shut out"]++;
  if (seen.some(({ target }) => target.startsWith(CANARY_TARGET))) {
    return "the smuggled request was executed";
  }
  if (responseCount > 1) return "it got two responses";
  if (UPSTREAM_HEADERS.test(response)) return "a header of the upstream reached the client";
  if (SECRETS.some((secret) => response.includes(secret))) return "the token reached the client";
  return findFault(request, seen, ownHeaders);
}

/** Reports only the request at fault, not the whole batch of two hundred. */
const asyncReporter: fc.Parameters<[Hostile[]]>["asyncReporter"] = async (details) => {
  if (details.failed) throw new Error(`seed ${details.seed}`, { cause: details.errorInstance });
};

it(`withstands ${TOTAL} hostile requests`, { timeout: 60_000 + TOTAL * 30 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, "index.html"), "<title>Pult</title>");
  const lines: string[] = [];
  const lanes = await Promise.all(Array.from({ length: LANES }, () => openLane(dir, lines)));
  const counts: Counts = { sent: 0, passed: 0, refused: 0, "shut out": 0 };
  const startedAt = performance.now();
  const batch = fc.array(hostileRequest("localhost"), {
    minLength: BATCH,
    maxLength: BATCH,
    size: "max",
  });
  await fc.assert(
    fc.asyncProperty(fc.noShrink(batch), async (requests) => {
      const remaining = [...requests];
      const run = async (lane: Lane) => {
        for (let request = remaining.pop(); request !== undefined; request = remaining.pop()) {
          const fault = await checkRequest(request, lane, counts);
          if (fault !== undefined) throw new Error(`${fault}:\n${JSON.stringify(request)}`);
        }
      };
      await Promise.all(lanes.map(run));
      const logged = lines.splice(0).join("\n");
      for (const secret of SECRETS) expect(logged).not.toContain(secret);
    }),
    { numRuns: Math.ceil(TOTAL / BATCH), asyncReporter },
  );
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `Hostile requests: ${counts.sent} sent in ${seconds} s, ${counts.passed} let through as what ` +
      `they are, ${counts.refused} refused, ${counts["shut out"]} shut out, none off the list.\n`,
  );
  expect(counts.sent).toBeGreaterThanOrEqual(TOTAL);
  // Otherwise the test would prove nothing.
  expect(counts.passed).toBeGreaterThan(TOTAL / 20);
  expect(counts.refused).toBeGreaterThan(TOTAL / 20);
});

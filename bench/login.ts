import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "undici";
import { median } from "../scripts/lib/chunks.ts";
import { SETTINGS } from "./proxy.ts";
import { buildServer, microseconds, timeInTurns, withServers } from "./proxyServers/start.ts";
import { report } from "./report.ts";

/** What a call with a session may add, as a multiple of what it adds where nobody signs in. */
const MAX_RATIO = 1.5;
const PLAN = { starts: 4, warmUp: 2000, rounds: 3000 };
const PASSWORD = "nine tame walnut ladders";
const HEADERS = { "x-pult": "1", "content-type": "application/json" };
const CALL = { method: "GET", path: "/api/v1/sip/7" } as const;

/** Measures reading an account with LOGIN=local, on a database file, against LOGIN=none. */
export async function benchLogin(): Promise<void> {
  const serverFile = await buildServer("ours");
  const times: [number[], number[], number[]] = [[], [], []];
  for (let start = 0; start < PLAN.starts; start++) await measure(serverFile, times);
  const [direct = 0, none = 0, local = 0] = times.map(median);
  const ratio = (local - direct) / (none - direct);
  report(
    ratio <= MAX_RATIO,
    `Login: a call with LOGIN=local adds ${ratio.toFixed(2)} × what one with none adds (at most ` +
      `${MAX_RATIO}; p50 of ${times[0].length}: direct ${microseconds(direct)} µs, none ` +
      `+${microseconds(none - direct)} µs, local +${microseconds(local - direct)} µs; load ` +
      `${loadavg()[0]?.toFixed(1)})`,
  );
}

async function measure(serverFile: string, times: [number[], number[], number[]]): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "pult-bench-"));
  await withServers(async ({ start, connect }) => {
    const upstream = await start("upstream.ts");
    const env = { PLUSOFON_URL: upstream, ...SETTINGS };
    const none = await start(serverFile, { ...env, DATA_DIR: join(dir, "none") });
    const local = await start(serverFile, { ...env, LOGIN: "local", DATA_DIR: join(dir, "local") });
    const signedIn = connect(local);
    const cookie = await signIn(signedIn, join(dir, "local"));
    const measured = await timeInTurns(
      [
        { client: connect(upstream), call: { ...CALL, headers: HEADERS } },
        { client: connect(none), call: { ...CALL, headers: HEADERS } },
        { client: signedIn, call: { ...CALL, headers: { ...HEADERS, cookie } } },
      ],
      PLAN,
    );
    for (const [index, ms] of measured.entries()) times[index]?.push(...ms);
  });
  rmSync(dir, { recursive: true });
}

/** Adds a user as `npm run user` does, and signs them in. Returns the session's cookie. */
async function signIn(client: Client, dataDir: string): Promise<string> {
  const { runUserCommand } = await import("#server/login/userCommand.ts");
  const { readSettings } = await import("#server/settings.ts");
  const settings = readSettings({ LOGIN: "local", DATA_DIR: dataDir });
  const lines = await runUserCommand(["add", "anna", "--role", "admin"], settings);
  const link = lines.join("").split("#")[1];
  const { headers, body } = await client.request({
    method: "POST",
    path: "/api/pult/sign-in/link/redeem",
    headers: HEADERS,
    body: JSON.stringify({ link, password: PASSWORD }),
  });
  await body.dump();
  return String(headers["set-cookie"]).split(";", 1)[0] ?? "";
}

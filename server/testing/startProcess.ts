import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { TOKEN } from "#proxy/testing/proxy.ts";
import type { StoreLocation } from "#server/store/store.ts";

/** The server in a process of its own, before an upstream and on a database that outlive it. */
export async function startProcess(
  upstreamUrl: string,
  location: StoreLocation,
  env: Record<string, string> = {},
) {
  const child = fork(join(import.meta.dirname, "serverProcess.ts"), {
    execArgv: ["--import", "tsx"],
    env: {
      PATH: process.env["PATH"] ?? "",
      PORT: "0",
      PLUSOFON_TOKEN: TOKEN,
      PLUSOFON_URL: upstreamUrl,
      ...("url" in location
        ? { DATABASE_URL: location.url }
        : { DATA_DIR: join(location.file, "..") }),
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [url] = (await once(child, "message")) as [string];
  return { child, url };
}

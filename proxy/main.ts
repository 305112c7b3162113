import { join } from "node:path";
import { isLoopback } from "./loopback.ts";
import { type RunningServer, startServer } from "./server.ts";
import { environment, readSettings, type Settings, SettingsError } from "./settings.ts";

/** Longer than the longest request to the provider, so that one under way is finished. */
const FINISH_MS = 15_000;
/** A second Ctrl-C means it; the same one may arrive twice, from the terminal and from npm. */
const SAME_SIGNAL_MS = 500;

async function main(): Promise<void> {
  const settings = readSettings(environment());
  const clientDir = join(import.meta.dirname, "../client");
  const server = await startServer(settings, clientDir, (line) => console.error(line));
  console.log(greeting(server, settings).join("\n"));
  closeOnSignal(server);
}

function greeting({ url, mode }: RunningServer, settings: Settings): string[] {
  const lines = [`Pult is at ${url}`];
  if (mode === "sandbox") {
    lines.push("Mode: sandbox. There is no PLUSOFON_TOKEN: a made-up office, no real lines.");
  } else {
    lines.push(`Mode: provider. Changes are real; the provider is ${settings.url}`);
  }
  if (!isLoopback(settings.host)) {
    lines.push(
      `Warning: HOST is ${settings.host}, not loopback: ` +
        "whoever reaches this address manages the telephony: put a login in front.",
    );
  }
  lines.push("Press Ctrl-C to stop.");
  return lines;
}

function closeOnSignal(server: RunningServer): void {
  let firstAt: number | undefined;
  const close = () => {
    const now = Date.now();
    if (firstAt !== undefined && now - firstAt > SAME_SIGNAL_MS) process.exit(1);
    if (firstAt !== undefined) return;
    firstAt = now;
    setTimeout(() => process.exit(1), FINISH_MS).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
}

function portOf(error: unknown): string {
  return error instanceof Error && "port" in error ? `Port ${String(error.port)}` : "The port";
}

/** One plain sentence for what a person can put right; anything else as it is. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `${portOf(error)} is taken by another program: set PORT to a free one.`;
  }
  if (code === "EACCES") {
    return `${portOf(error)} is not open to this user: set PORT to one above 1023.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return "HOST is not an address of this machine.";
  }
  if (code === "ENOENT") return "The app is not built: run `npm run build` first.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

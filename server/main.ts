import { join } from "node:path";
import { createLog, type Log } from "#proxy/log.ts";
import { isLoopback } from "#proxy/loopback.ts";
import { type RunningServer, startServer } from "./server.ts";
import { environment, readSettings, type Settings } from "./settings.ts";
import { SANDBOX_PASSWORD, SANDBOX_USERS } from "./login/sandboxNames.ts";
import { StoreError } from "./store/storeError.ts";
import { SettingsError } from "./settingsError.ts";

/** Longer than the longest request to the provider, so that requests in flight can finish. */
const FINISH_MS = 15_000;
/**
 * Ignores a repeated signal within this time: one Ctrl-C may arrive twice, from the terminal and
 * from npm. A later one exits at once.
 */
const SAME_SIGNAL_MS = 500;

async function main(): Promise<void> {
  const settings = readSettings(environment());
  const [command, ...args] = process.argv.slice(2);
  if (command === "user") {
    // As `npm run user`, where there is no npm: in the container, say.
    const { runUserCommand } = await import("./login/userCommand.ts");
    console.log((await runUserCommand(args, settings)).join("\n"));
    return;
  }
  const clientDir = join(import.meta.dirname, "../client");
  // Sentences for a person at a terminal or behind `npm start`; lines of JSON for a log collector.
  const isInteractive = process.stdout.isTTY || process.argv.includes("--in-words");
  const level = settings.log ?? (isInteractive ? "problems" : "all");
  // The server keeps running if the reader of its log goes away.
  process.stdout.on("error", () => undefined);
  const log = createLog(level, (line) => process.stdout.write(`${line}\n`));
  const server = await startServer(settings, clientDir, log);
  const { url, mode } = server;
  if (isInteractive) console.log(greeting(server, settings).join("\n"));
  else log({ level: "info", event: "listening", url, mode, ...exposureWarning(settings) });
  closeOnSignal(server, isInteractive ? () => undefined : log);
}

function greeting({ url, mode }: RunningServer, settings: Settings): string[] {
  const lines = [`Pult is ready at ${url}`];
  if (mode === "sandbox") {
    lines.push("Mode: sandbox, a made-up office. For real lines put PLUSOFON_TOKEN into .env.");
    if (settings.login.kind === "local") {
      const names = Object.entries(SANDBOX_USERS).map(([name, role]) => `${name} (${role})`);
      lines.push(`Sign in as ${names.join(", ")}; the password is ${SANDBOX_PASSWORD}`);
    }
  } else {
    lines.push(`Mode: provider. Changes are real; the provider is ${settings.url}`);
  }
  const { warning } = exposureWarning(settings);
  if (warning !== undefined) lines.push(`Warning: ${warning}`);
  lines.push("Press Ctrl-C to stop.");
  return lines;
}

function exposureWarning({ host, login }: Settings): { warning?: string } {
  if (isLoopback(host) || login.kind !== "none") return {};
  const reach = "everybody who can reach this address manages the telephony: set LOGIN.";
  return { warning: `PULT_HOST is ${host}, not loopback: ${reach}` };
}

function closeOnSignal(server: RunningServer, log: Log): void {
  let firstSignalAt: number | undefined;
  const close = (signal: string) => {
    const now = Date.now();
    if (firstSignalAt !== undefined && now - firstSignalAt > SAME_SIGNAL_MS) process.exit(1);
    if (firstSignalAt !== undefined) return;
    firstSignalAt = now;
    log({ level: "info", event: "stopping", signal, underWay: server.requestsInFlight() });
    const exit = (code: number) => {
      const level = code === 0 ? "info" : "error";
      log({ level, event: "stopped", underWay: server.requestsInFlight() });
      process.exit(code);
    };
    setTimeout(exit, FINISH_MS, 1).unref();
    server.close().then(
      () => exit(0),
      () => exit(1),
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
}

function portName(error: unknown): string {
  return error instanceof Error && "port" in error ? `Port ${String(error.port)}` : "The port";
}

/** One sentence for errors that the user can fix; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof SettingsError || error instanceof StoreError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `${portName(error)} is taken by another program: stop that, or set PORT to a free one.`;
  }
  if (code === "EACCES") {
    return `${portName(error)} is not open to this user: set PORT to one above 1023.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return "PULT_HOST is not an address of this machine.";
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

import { withEnvFile } from "#server/settings.ts";
import { SettingsError } from "#server/settingsError.ts";
import { MAX_ACCOUNTS } from "./office.ts";
import { type RunningSandbox, startSandbox } from "./server.ts";
import { createWorld } from "./world.ts";

/** Reads the same `.env` as `npm start`. */
function environment() {
  try {
    return withEnvFile();
  } catch (error) {
    if (error instanceof SettingsError) return fail(error.message);
    throw error;
  }
}

const env = environment();

/** A whole number from the environment; exits with a one-line message when it is invalid. */
function setting(name: string, fallback: number, max: number): number {
  const text = env[name]?.trim() ?? "";
  if (text === "") return fallback;
  if (/^\d{1,10}$/.test(text) && Number(text) <= max) return Number(text);
  return fail(`${name} must be a whole number from 0 to ${max}, not "${text}".`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

async function start(port: number): Promise<RunningSandbox> {
  const accounts = setting("SANDBOX_ACCOUNTS", 24, MAX_ACCOUNTS);
  const seed = setting("SANDBOX_SEED", 1, 999_999_999);
  try {
    return await startSandbox({ port, world: createWorld({ accounts, seed }) });
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    const reason = isTaken ? "it is taken; set SANDBOX_PORT to a free one" : String(error);
    return fail(`The sandbox can't listen on port ${port}: ${reason}.`);
  }
}

const sandbox = await start(setting("SANDBOX_PORT", 4010, 65_535));
console.log(`The sandbox answers at ${sandbox.url} like https://restapi.plusofon.ru does. Try:

  curl ${sandbox.url}/api/v1/sip -H "Client: 10553" -H "Authorization: Bearer any"

Reset the office, or make the next two lists of accounts fail:

  curl -X POST ${sandbox.url}/__sandbox/reset -d '{"accounts":300}'
  curl -X PUT ${sandbox.url}/__sandbox/faults -d '[{"operation":"GET /sip","fault":"status:500","times":2}]'

See what was asked for: ${sandbox.url}/__sandbox/requests. Stop with Ctrl+C.`);

const stop = () => {
  void sandbox.close().then(() => process.exit(0));
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

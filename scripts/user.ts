import { runUserCommand } from "#server/login/userCommand.ts";
import { environment, readSettings } from "#server/settings.ts";
import { SettingsError } from "#server/settingsError.ts";
import { StoreError } from "#server/store/storeError.ts";

/* `npm run user -- add NAME --role admin`: who may sign in. */

try {
  // It needs the database alone, whatever the rest of the settings says.
  const settings = readSettings({ LOGIN: "local", ...environment(), PLUSOFON_TOKEN: undefined });
  console.log((await runUserCommand(process.argv.slice(2), settings)).join("\n"));
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** An invalid setting. The message names it in one sentence, never its value. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

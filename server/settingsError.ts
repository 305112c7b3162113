/** A setting that can't be used. The message names it in one sentence, never its value. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

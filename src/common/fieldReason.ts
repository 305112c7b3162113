import type { Text } from "#i18n/texts.ts";
import type en from "./locales/en.json";

/**
 * The provider's message about a field, translated where it is a known sentence (Laravel's standard
 * ones), else quoted.
 */
export function fieldReason(reason: string, t: Text): string {
  const known = KNOWN_REASONS.find(([pattern]) => pattern.test(reason));
  return known === undefined ? t("reason.quoted", { reason }) : t(known[1]);
}

const KNOWN_REASONS: readonly [RegExp, keyof typeof en][] = [
  [/already been taken|уже занят|уже существует/i, "reason.taken"],
  [/is required|обязательно/i, "reason.required"],
  [/must be an? (integer|number)/i, "reason.integer"],
  [/selected .* is invalid|does not exist/i, "reason.unknown"],
];

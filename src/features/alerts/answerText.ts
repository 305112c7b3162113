import type { Text } from "#i18n/texts.ts";

const CODES = ["ECONNREFUSED", "ENOTFOUND", "timeout", "LINK_LOCAL"] as const;
/** Sentences of the server, which has no language. */
const SENTENCES: Readonly<Record<string, "smtp" | "deleted" | "off">> = {
  "SMTP_URL is not set": "smtp",
  "the channel was deleted": "deleted",
  "the channel was turned off": "off",
};

/** Why something did not arrive, in words where they are known; else the other side's own, in quotes. */
export function answerText(answer: string, t: Text): string {
  const code = CODES.find((one) => new RegExp(`\\b${one}\\b`).test(answer));
  if (code !== undefined) return t(`alerts.reason.${code}`);
  const sentence = SENTENCES[answer];
  if (sentence !== undefined) return t(`alerts.reason.${sentence}`);
  return t("alerts.quote", { message: answer });
}

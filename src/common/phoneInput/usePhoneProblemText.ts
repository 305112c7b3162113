import { useLocale } from "#i18n/messages.ts";
import type { PhoneReading } from "#lib/dialPlan.ts";
import { useText } from "#i18n/texts.ts";

type Problem = Extract<PhoneReading, { ok: false }>["problem"];

/** Why a typed number is invalid, in the user's language. */
export function usePhoneProblemText(): (problem: Problem) => string {
  const t = useText();
  const locale = useLocale();
  return (problem) => {
    switch (problem.kind) {
      case "empty":
      case "incomplete":
        return t("phoneInput.whole");
      case "foreign": {
        const { region, code, n } = problem;
        const named = region && new Intl.DisplayNames([locale], { type: "region" }).of(region);
        return t("phoneInput.foreign", { country: named ?? `+${code}`, code, n });
      }
      case "short":
      case "length":
        return t(`phoneInput.${problem.kind}`, { n: problem.n });
      case "noCountry":
      case "area":
        return t(`phoneInput.${problem.kind}`, { code: problem.code });
      case "extension":
      case "unread":
        return t(`phoneInput.${problem.kind}`, { text: problem.text });
      default:
        return t(`phoneInput.${problem.kind}`);
    }
  };
}

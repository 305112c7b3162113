import { isApiError } from "#api/errors.ts";
import { type ErrorText, errorText, reasonText } from "#common/errorText.ts";
import { type Text, useText } from "#i18n/texts.ts";

/** The text of a failure, where Pult itself says why. */
export function useSwitchErrorText(): (error: unknown) => ErrorText {
  const t = useText();
  return (error) => {
    const own = ownText(error, t);
    return own === undefined ? errorText(error, t) : { title: own, text: "", quote: undefined };
  };
}

/** A short reason, without a full stop. */
export function switchReasonText(error: unknown, t: Text): string {
  return ownText(error, t) ?? reasonText(error, t);
}

function ownText(error: unknown, t: Text): string | undefined {
  if (!isApiError(error)) return undefined;
  if (error.problem === "switch-changed") return t("timer.error.changed");
  if (error.problem === "switch-over") return t("timer.error.over");
  if (error.problem === "bad-request") return t("timer.error.passed");
  return error.problem === "unknown-path" ? t("timer.error.over") : undefined;
}

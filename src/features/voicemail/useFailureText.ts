import { useText } from "#i18n/texts.ts";
import { isApiError } from "#api/errors.ts";
import { type ErrorText, mayBeDone, useErrorText } from "#common/errorText.ts";
import { UnclearOutcomeError } from "#common/useApiMutation.ts";

/** What "User not found" means here: the requests name no user, but the server's token does. */
export function useUnknownUserText(): (error: unknown) => ErrorText | undefined {
  const t = useText();
  return (error) => {
    if (!isApiError(error) || error.kind !== "notFound") return undefined;
    return {
      title: t("voicemail.unknownUser"),
      text: t("voicemail.unknownUserText"),
      quote: error.providerMessage,
    };
  };
}

/** Why a save failed, and what has been found out since. */
export function useFailureText(): (error: unknown) => ErrorText {
  const t = useText();
  const toErrorText = useErrorText();
  const unknownUser = useUnknownUserText();
  return (error) => {
    if (error instanceof UnclearOutcomeError)
      return { ...toErrorText(error.cause), text: t("voicemail.unsure") };
    if (mayBeDone(error)) return { ...toErrorText(error), text: t("voicemail.unsureRead") };
    return unknownUser(error) ?? toErrorText(error);
  };
}

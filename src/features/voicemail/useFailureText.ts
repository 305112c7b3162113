import { isApiError } from "#api/errors.ts";
import { type ErrorText, useErrorText } from "#common/errorText.ts";
import { useText } from "#i18n/texts.ts";
import type { Failure } from "./useSave.ts";

/** What "User not found" means here: the requests name no user, the server's token does. */
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

/** Why a save failed, and what is known of it since. */
export function useFailureText(): (failure: Failure) => ErrorText {
  const t = useText();
  const toErrorText = useErrorText();
  const unknownUser = useUnknownUserText();
  return ({ error, read, unsure }) => {
    const words = unknownUser(error) ?? toErrorText(error);
    if (!unsure) return words;
    return { ...words, text: read ? t("voicemail.unsureRead") : t("voicemail.unsure") };
  };
}

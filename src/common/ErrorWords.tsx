import { isApiError } from "#api/errors.ts";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { LoginLink } from "./LoginLink.tsx";
import { useCommonText } from "./messages.ts";

interface Props {
  error: unknown;
  /** What it means here, where that is more than can be said of any such error. */
  words?: ErrorText | undefined;
}

/** An error as a title and a sentence or two, with the provider's words where they help. */
export function ErrorWords({ error, words }: Props) {
  const t = useCommonText();
  const general = useErrorText();
  const { title, text, quote } = words ?? general(error);
  return (
    <>
      <strong>{title}.</strong> {text}
      {quote !== undefined && quote !== "" && <> {t("error.quote", { message: quote })}</>}
      {isApiError(error) && error.refusedReason === "login" && <LoginLink />}
    </>
  );
}

import { isApiError } from "#api/errors.ts";
import { useText } from "#i18n/texts.ts";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { LoginLink } from "./LoginLink.tsx";

interface Props {
  error: unknown;
  /** Text to show instead of the general one for such an error. */
  errorText?: ErrorText | undefined;
}

/** An error as a title and a sentence or two, with the provider's message where it helps. */
export function ErrorMessage({ error, errorText }: Props) {
  const t = useText();
  const toErrorText = useErrorText();
  const { title, text, quote } = errorText ?? toErrorText(error);
  return (
    <>
      <strong>{title}.</strong> {text}
      {quote !== undefined && quote !== "" && <> {t("error.quote", { message: quote })}</>}
      {isApiError(error) && error.refusedReason === "login" && <LoginLink />}
    </>
  );
}

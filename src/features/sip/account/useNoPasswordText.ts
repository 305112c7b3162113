import { NoPasswordError, WrongAccountError } from "#domain/sip/readSecret.ts";
import { useText } from "#i18n/texts.ts";

/** The texts for the failures to read a password that are no `ApiError`. */
export function useNoPasswordText() {
  const t = useText();
  return (error: unknown) => {
    if (error instanceof NoPasswordError) return t("account.noPassword");
    return error instanceof WrongAccountError ? t("account.wrongAccount") : undefined;
  };
}

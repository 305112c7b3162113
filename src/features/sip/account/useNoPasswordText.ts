import { useText } from "#i18n/texts.ts";
import { NoPasswordError } from "./usePassword.ts";

/** The text for `NoPasswordError`, the one copy failure that is not an `ApiError`. */
export function useNoPasswordText() {
  const t = useText();
  return (error: unknown) =>
    error instanceof NoPasswordError ? t("account.noPassword") : undefined;
}

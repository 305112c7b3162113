import { useText } from "#i18n/texts.ts";
import { NoPasswordError } from "./usePassword.ts";

/** Words the one failure to copy a password that is not the API's. */
export function useNoPasswordText() {
  const t = useText();
  return (error: unknown) =>
    error instanceof NoPasswordError ? t("account.noPassword") : undefined;
}

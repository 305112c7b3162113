import { useAccountText } from "./messages.ts";
import { NoPassword } from "./usePassword.ts";

/** Words the one failure to copy a password that is not the API's. */
export function useNoPasswordText() {
  const t = useAccountText();
  return (error: unknown) => (error instanceof NoPassword ? t("account.noPassword") : undefined);
}

import { useNavigate } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import type { ToastAction } from "#ui/toasts.ts";

/** The next step after a new account or a new password: the person or the phone gets it. */
export function useHandOverAction(): (id: number) => ToastAction {
  const t = useText();
  const navigate = useNavigate();
  return (id) => ({
    label: t("account.handOver"),
    run: () => void navigate(paths.sipHandover([id]), { state: OVER_PAGE }),
  });
}

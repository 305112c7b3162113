import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useText } from "#i18n/texts.ts";

/**
 * Reports a save that failed after its form was left: shows a toast with a button that reopens the
 * form, which still has what was typed. Returns false while the form is open and shows the error itself.
 */
export function useErrorToastAfterLeave(): (message: string) => boolean {
  // The dialog that asks whether to leave has loaded these texts.
  const t = useText();
  const isStillOnPage = useIsStillOnPage();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [form] = useState({ pathname, search });
  return (message) => {
    if (isStillOnPage.current) return false;
    const open = { label: t("unsaved.reopen"), run: () => void navigate(form) };
    toast("error", t("unsaved.late", { words: message }), open);
    return true;
  };
}

import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useFormText } from "#ui/form/messages.ts";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";

/**
 * For what is known of a save only after its form was left: says it in the corner, with the way
 * back to the form, which still has what was typed. False while the form is there to say it itself.
 */
export function useErrorToastAfterLeave(): (words: string) => boolean {
  // They came with the question whether to leave.
  const t = useFormText();
  const here = useIsStillOnPage();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [form] = useState({ pathname, search });
  return (words) => {
    if (here.current) return false;
    const open = { label: t("unsaved.reopen"), run: () => void navigate(form) };
    toast("error", t("unsaved.late", { words }), open);
    return true;
  };
}

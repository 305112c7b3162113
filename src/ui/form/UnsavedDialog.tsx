import Button from "@mui/material/Button";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useUiText } from "../messages.ts";

interface Props {
  dirty: boolean;
  /** Set once the form was saved: the way out is then free, before React has rendered again. */
  saved: React.RefObject<boolean>;
  /** Whether an address is part of what is changed, so that going there leaves nothing. */
  within?: (pathname: string) => boolean;
  /** What would be lost, where it is not a form. */
  text?: string;
}

/** Asks before a changed form is left, by a link, by Back or by closing the tab. */
export function UnsavedDialog({ dirty, saved, within, text }: Props) {
  const t = useUiText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty &&
      !saved.current &&
      currentLocation.pathname !== nextLocation.pathname &&
      within?.(nextLocation.pathname) !== true,
  );
  useEffect(() => {
    if (!dirty) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", onUnload);
    return () => removeEventListener("beforeunload", onUnload);
  }, [dirty]);
  if (blocker.state !== "blocked") return null;
  return (
    <ConfirmDialog
      title={t("ui.unsavedTitle")}
      onClose={() => blocker.reset()}
      actions={
        <>
          <Button variant="contained" autoFocus onClick={() => blocker.reset()}>
            {t("ui.unsavedStay")}
          </Button>
          <Button color="error" onClick={() => blocker.proceed()}>
            {t("ui.unsavedLeave")}
          </Button>
        </>
      }
    >
      {text ?? t("ui.unsavedText")}
    </ConfirmDialog>
  );
}

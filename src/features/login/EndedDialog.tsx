import Button from "@mui/material/Button";
import type { LoginKind, SessionUser } from "#api/login.ts";
import { useText } from "#i18n/texts.ts";
import { basePath, paths } from "#paths";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { PasswordForm } from "./PasswordForm.tsx";

interface Props {
  kind: LoginKind;
  user: SessionUser;
  /** Asks the server again who is signed in. */
  onDone: () => Promise<unknown>;
  onClose: () => void;
}

/** Over a page whose session has ended: the page and what was typed stay. */
export function EndedDialog({ kind, user, onDone, onClose }: Props) {
  const t = useText();
  const later = <Button onClick={onClose}>{t("login.later")}</Button>;
  if (kind === "oidc") {
    return (
      <ConfirmDialog
        title={t("login.endedTitle")}
        onClose={onClose}
        actions={
          <>
            {/* In another tab: leaving this page would lose what was typed. */}
            <Button
              variant="contained"
              component="a"
              href={`${basePath}${paths.signIn()}`}
              target="_blank"
              rel="noopener"
            >
              {t("login.oidc")}
            </Button>
            {later}
          </>
        }
      >
        <p>{t("login.endedText")}</p>
        <p>{t("login.endedOidc")}</p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog title={t("login.endedTitle")} onClose={onClose} actions={later}>
      <p>{t("login.endedText")}</p>
      <PasswordForm name={user.name} onDone={onDone} />
    </ConfirmDialog>
  );
}

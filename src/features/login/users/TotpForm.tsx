import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listUsers, type LoginUser, stopUserTotp } from "#api/login.ts";
import { invalidate } from "#common/query.ts";
import { withVerification } from "#common/verification.ts";
import { useText } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import { AttemptError } from "../AttemptError.tsx";
import { useAttempt } from "../useAttempt.ts";

/** Turns off the second factor of somebody who has lost it. */
export function TotpForm({ user: { id, fullName: name } }: { user: LoginUser }) {
  const t = useText();
  const client = useQueryClient();
  const attempt = useAttempt();
  const stop = async () => {
    await withVerification(() => call(stopUserTotp, { params: { id } }));
    toast("success", t("users.totpStopped", { name }));
    await invalidate(client, listUsers);
  };
  return (
    <section className="stack gap-8 divided">
      <h3 className="subheading strong">{t("users.totp")}</h3>
      <p className="caption muted">{t("users.totpStopText")}</p>
      <div>
        <Button
          variant="outlined"
          color="error"
          loading={attempt.running}
          onClick={() => void attempt.attempt(stop)}
        >
          {t("users.totpStop")}
        </Button>
      </div>
      <AttemptError attempt={attempt} />
    </section>
  );
}

import Button from "@mui/material/Button";
import { Link } from "react-router";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { suspendedScenario } from "#domain/people/suspend.ts";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Notice } from "#ui/Notice.tsx";

/** Says that an account is suspended, and leads back; nothing where it is not. */
export function SuspendedNotice({ account }: { account: CachedAccount }) {
  const t = useText();
  if (suspendedScenario(account.sip_scenarios) === undefined) return null;
  return (
    <Notice
      tone="attention"
      action={
        <AdminsOnly>
          <Button component={Link} to={paths.sipResume(account.id)} size="small">
            {t("account.resume")}
          </Button>
        </AdminsOnly>
      }
    >
      {t("account.suspended")}
    </Notice>
  );
}

import Button from "@mui/material/Button";
import { Link } from "react-router";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Notice } from "#ui/Notice.tsx";

/** Says that an account is suspended, which is why nothing rings, and leads back. */
export function SuspendedNotice({ account }: { account: CachedAccount }) {
  const t = useText();
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

import { AdminsOnly } from "#common/AdminsOnly.tsx";
import IconButton from "@mui/material/IconButton";
import { CopyButton } from "#common/CopyButton.tsx";
import { Icon } from "#ui/icons.tsx";
import { Spinner } from "#ui/Spinner.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Account.module.css";
import type { usePassword } from "./usePassword.ts";
import { useNoPasswordText } from "./useNoPasswordText.ts";

const DOTS = "••••••••";

/** The password: masked until revealed, and masked again on request. */
export function PasswordFact({ secret }: { secret: ReturnType<typeof usePassword> }) {
  const t = useText();
  const describeError = useNoPasswordText();
  const { shown, show, hide, fetchPassword } = secret;
  const visible = shown.state === "shown";
  const name = visible ? t("account.hide") : t("account.show");
  return (
    <div className="fact">
      <dt>{t("account.password")}</dt>
      <dd className="row">
        <span className={`grow mono ${styles.secret}`} translate="no">
          {visible ? (
            shown.password
          ) : (
            <>
              <span aria-hidden="true">{DOTS}</span>
              <span className="visually-hidden">{t("account.hidden")}</span>
            </>
          )}
        </span>
        <AdminsOnly>
          <IconButton
            aria-label={name}
            title={name}
            aria-busy={shown.state === "loading"}
            onClick={() => (visible ? hide() : void show())}
          >
            {shown.state === "loading" ? <Spinner /> : <Icon name={visible ? "eyeOff" : "eye"} />}
          </IconButton>
          <CopyButton
            what={t("account.password")}
            text={fetchPassword}
            describeError={describeError}
          />
        </AdminsOnly>
      </dd>
    </div>
  );
}

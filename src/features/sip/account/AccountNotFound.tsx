import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useText } from "#i18n/texts.ts";

/**
 * Given when the provider answered "not found": the answer may be wrong. Left out when the address
 * itself is invalid.
 */
export function AccountNotFound({ onRetry }: { onRetry?: () => void }) {
  const t = useText();
  return (
    <EmptyState
      icon="search"
      title={t("account.gone")}
      text={t("account.goneText")}
      actions={
        <>
          <Button component={Link} to={paths.sip()} variant="contained">
            {t("account.back")}
          </Button>
          {onRetry !== undefined && (
            <Button
              onClick={() => {
                focusPageTitle();
                onRetry();
              }}
            >
              {t("ui.retry")}
            </Button>
          )}
        </>
      }
    />
  );
}

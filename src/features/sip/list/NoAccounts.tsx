import Button from "@mui/material/Button";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useText } from "#i18n/texts.ts";

/** An office without accounts is taught the first step. */
export function NoAccounts() {
  const t = useText();
  return (
    <EmptyState
      icon="phone"
      title={t("sip.empty")}
      text={t("sip.emptyText")}
      actions={
        <Button component={Link} to={paths.sipNew()} state={OVER_PAGE} variant="outlined">
          {t("sip.create")}
        </Button>
      }
    />
  );
}

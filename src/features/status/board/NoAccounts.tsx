import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useText } from "#i18n/texts.ts";

/** Nothing to watch yet: what the board is for, and where the first account is made. */
export function NoAccounts() {
  const t = useText();
  return (
    <EmptyState
      icon="pulse"
      title={t("board.empty")}
      text={t("board.emptyText")}
      actions={
        <Button component={Link} to={paths.sip()} variant="outlined">
          {t("board.emptyAction")}
        </Button>
      }
    />
  );
}

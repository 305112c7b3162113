import Button from "@mui/material/Button";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useText } from "#i18n/texts.ts";

/** A user without smart numbers is taught the first step. */
export function NoNumbers({ user }: { user: number }) {
  const t = useText();
  return (
    <EmptyState
      icon="spark"
      title={t("smart.empty", { user: String(user) })}
      text={t("smart.emptyText")}
      actions={
        <Button
          component={Link}
          to={paths.smartNumberNew(user)}
          state={OVER_PAGE}
          variant="outlined"
        >
          {t("smart.add")}
        </Button>
      }
    />
  );
}

import Button from "@mui/material/Button";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useText } from "#i18n/texts.ts";

/** An office without external numbers is taught what they are and the first step. */
export function NoNumbers() {
  const t = useText();
  return (
    <EmptyState
      icon="trunk"
      title={t("external.empty")}
      text={t("external.emptyText")}
      actions={
        <Button component={Link} to={paths.externalNew()} state={OVER_PAGE} variant="outlined">
          {t("external.connect")}
        </Button>
      }
    />
  );
}

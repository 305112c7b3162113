import Button from "@mui/material/Button";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useText } from "#i18n/texts.ts";

interface Props {
  name: string;
  /** The address of its form. */
  to: string;
  /** Asks first. */
  onDelete: () => void;
}

/** What every row of the page can do. */
export function EditAndDelete({ name, to, onDelete }: Props) {
  const t = useText();
  return (
    <>
      <Button
        size="small"
        component={Link}
        to={to}
        state={OVER_PAGE}
        preventScrollReset
        aria-label={t("alerts.editOf", { name })}
      >
        {t("alerts.edit")}
      </Button>
      <Button
        size="small"
        color="error"
        aria-label={t("alerts.deleteOf", { name })}
        onClick={onDelete}
      >
        {t("alerts.delete")}
      </Button>
    </>
  );
}

import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";

/** A link to the form of a new scenario; takes the account's id. */
export function AddScenario({ id }: { id: number }) {
  const t = useText();
  return (
    <AdminsOnly>
      <Button
        component={Link}
        to={paths.sipScenarioNew(id)}
        state={OVER_PAGE}
        variant="outlined"
        startIcon={<Icon name="plus" size={16} />}
        preventScrollReset
      >
        {t("scenario.add")}
      </Button>
    </AdminsOnly>
  );
}

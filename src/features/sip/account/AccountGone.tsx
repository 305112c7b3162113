import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { useAccountText } from "./messages.ts";

export function AccountGone() {
  const t = useAccountText();
  return (
    <Blank
      icon="search"
      title={t("account.gone")}
      text={t("account.goneText")}
      actions={
        <Button component={Link} to={paths.sip()} variant="contained">
          {t("account.back")}
        </Button>
      }
    />
  );
}

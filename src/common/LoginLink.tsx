import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";

/**
 * Opens the dashboard in another tab, where the reverse proxy asks the user to sign in; this tab
 * keeps what was typed and continues afterwards.
 */
export function LoginLink() {
  const t = useText();
  return (
    <Button size="small" component={Link} to={paths.home()} target="_blank" rel="noopener">
      {t("error.signIn")}
    </Button>
  );
}

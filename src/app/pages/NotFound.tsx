import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAppText } from "../messages.ts";

/** An address without a page: said once, with the way on. */
export function NotFound() {
  const t = useAppText();
  return (
    <>
      <PageHeader title={t("missing.title")} lead={t("missing.text")} />
      <Button component={Link} to={paths.home()} variant="contained">
        {t("missing.back")}
      </Button>
    </>
  );
}

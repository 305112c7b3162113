import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useText } from "#i18n/texts.ts";

/** An address without a page: one message and a link. */
export function NotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("missing.title")} />
      <p>{t("missing.text")}</p>
      <Button component={Link} to={paths.home()} variant="contained" sx={{ mt: 4 }}>
        {t("missing.back")}
      </Button>
    </>
  );
}

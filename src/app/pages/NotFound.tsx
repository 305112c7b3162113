import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAppText } from "../messages.ts";

export function NotFound() {
  const t = useAppText();
  return (
    <>
      <PageHeader title={t("missing.title")} />
      <Blank
        icon="search"
        title={t("missing.title")}
        text={t("missing.text")}
        actions={
          <Button component={Link} to={paths.sip()} variant="outlined">
            {t("missing.back")}
          </Button>
        }
      />
    </>
  );
}

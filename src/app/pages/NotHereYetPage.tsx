import Button from "@mui/material/Button";
import { Link } from "react-router";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import type { IconName } from "#ui/icons.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAppText } from "../messages.ts";

export type Section = "directions";
const ICONS: Record<Section, IconName> = {
  directions: "globe",
};

/** A section that is planned and not built: says what it will be for and where to go meanwhile. */
export function NotHereYetPage({ section }: { section: Section }) {
  const t = useAppText();
  return (
    <>
      <PageHeader title={t(`nav.${section}`)} lead={t(`later.${section}`)} />
      <Blank
        icon={ICONS[section]}
        title={t("later.title")}
        text={t("later.note")}
        actions={
          <Button component={Link} to={paths.sip()} variant="outlined">
            {t("later.back")}
          </Button>
        }
      />
    </>
  );
}

import Button from "@mui/material/Button";
import { Link } from "react-router";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";

/** In place of every page, for a screen on the wall, and for somebody without a role. */
export function NotForRole({ isWall }: { isWall: boolean }) {
  const t = useText();
  return (
    <>
      <PageHeader title={t("role.notYours")} />
      <EmptyState
        icon={isWall ? "screen" : "eye"}
        title={t("role.notYours")}
        text={t(isWall ? "role.wall" : "role.none")}
        actions={
          isWall && (
            <Button variant="contained" component={Link} to={paths.statusWall()}>
              {t("login.startWall")}
            </Button>
          )
        }
      />
    </>
  );
}

import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLocation, useRouteError } from "react-router";
import { paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { isMissingPart, reloadIfStale } from "#ui/staleBuild.ts";
import { useAppText } from "../messages.ts";

/**
 * What stands in place of a page that threw; the frame around it goes on working. Of a page whose
 * code is missing, once it is known that no newer build has it.
 */
export function RouteError() {
  const missing = isMissingPart(useRouteError());
  const [asking, setAsking] = useState(missing);
  useEffect(() => {
    if (asking) void reloadIfStale().then(setAsking);
  }, [asking]);
  return asking ? null : <Broken missing={missing} />;
}

function Broken({ missing }: { missing: boolean }) {
  const t = useAppText();
  useEffect(focusPageTitle, []);
  const isWall = useLocation().pathname === paths.statusWall();
  useEffect(() => {
    // The wall's own code has brought it along.
    if (isWall) void import("./reloadLater.ts").then(({ reloadLater }) => reloadLater());
  }, [isWall]);
  return (
    <>
      <PageHeader title={t("crash.title")} />
      <Blank
        icon="warning"
        tone="problem"
        title={t("crash.title")}
        text={missing ? t("crash.chunk") : t("crash.text")}
        actions={
          <Button variant="contained" onClick={() => location.reload()}>
            {t("crash.reload")}
          </Button>
        }
      />
    </>
  );
}

import Button from "@mui/material/Button";
import { useEffect } from "react";
import { useRouteError } from "react-router";
import { Blank } from "#ui/Blank.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAppText } from "../messages.ts";

/** A chunk that can't be loaded fails with one of these, by browser. */
const CHUNK = /dynamically imported module|Importing a module script|error loading|preload CSS/i;

/** What stands in place of a page that threw. The frame around it goes on working. */
export function RouteError() {
  const t = useAppText();
  const error = useRouteError();
  const isChunk = error instanceof Error && CHUNK.test(error.message);
  useEffect(focusPageTitle, []);
  return (
    <>
      <PageHeader title={t("crash.title")} />
      <Blank
        icon="warning"
        tone="problem"
        title={t("crash.title")}
        text={isChunk ? t("crash.chunk") : t("crash.text")}
        actions={
          <Button variant="contained" onClick={() => location.reload()}>
            {t("crash.reload")}
          </Button>
        }
      />
    </>
  );
}

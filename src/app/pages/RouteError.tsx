import Button from "@mui/material/Button";
import { useEffect, useRef, useState } from "react";
import { useLocation, useRouteError } from "react-router";
import { useConnectivity } from "#common/connectivity.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { isChunkLoadError, reloadIfStale } from "#ui/staleBuild.ts";
import { useText } from "#i18n/texts.ts";
import { reloadLater } from "./reloadLater.ts";

/**
 * Shown in place of a page that threw; the frame around it still works. For a page whose code is
 * missing, only once it is known that no newer build has it.
 */
export function RouteError() {
  const missing = isChunkLoadError(useRouteError());
  const [asking, setAsking] = useState(missing);
  useEffect(() => {
    if (asking) void reloadIfStale().then(setAsking);
  }, [asking]);
  return asking ? null : <BrokenPage missing={missing} />;
}

function BrokenPage({ missing }: { missing: boolean }) {
  const t = useText();
  useEffect(focusPageTitle, []);
  const isLogin = useConnectivity() === "login" && missing;
  useReloadWhenReached(missing);
  const isWall = useLocation().pathname === paths.statusWall();
  useEffect(() => {
    // Nobody attends a wall. Elsewhere the missing code may be available again before the user
    // notices.
    if (isWall || missing) return reloadLater();
    return undefined;
  }, [isWall, missing]);
  const text = missing ? t("crash.chunk") : t(isWall ? "error.byItself" : "crash.text");
  return (
    <>
      <PageHeader title={isLogin ? t("error.login") : t("crash.title")} />
      <EmptyState
        icon="warning"
        tone="problem"
        title={t(isLogin ? "crash.login" : "crash.title")}
        text={isLogin ? t("crash.loginText") : text}
        actions={
          // A reload also leads to the login: it redirects pages, and returns to them.
          <Button variant="contained" onClick={() => location.reload()}>
            {isLogin ? t("error.signIn") : t("crash.reload")}
          </Button>
        }
      />
    </>
  );
}

/** The code is available again: after signing in, also in another tab, or with the network. */
function useReloadWhenReached(missing: boolean): void {
  const connectivity = useConnectivity();
  const before = useRef(connectivity);
  useEffect(() => {
    const isBack = before.current !== "ok" && connectivity === "ok";
    before.current = connectivity;
    if (missing && isBack) location.reload();
  }, [connectivity, missing]);
}

import { useEffect } from "react";
import { resetReloadTries } from "./reloadLater.ts";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { WallPage } from "#features/status/wall/WallPage.tsx";
import { useMode } from "../session.ts";
import { useFocusOnRoute } from "../useFocusOnRoute.ts";
import { WatchAlerts } from "../WatchAlerts.tsx";

/** Milliseconds from one look at which build the server has to the next. */
const BUILD_CHECK_INTERVAL_MS = 5 * 60_000;

/** Nobody reloads a screen on the wall: it takes a newer build by itself. */
function useNewestBuild(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      resetReloadTries();
      void reloadIfStale();
    }, BUILD_CHECK_INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
}

/** The wall has no frame: what the frame does for every page is done for it here. */
export function WallRoutePage() {
  // A server that was given a token meanwhile has other accounts: the page is reloaded.
  useMode();
  useFocusOnRoute();
  useNewestBuild();
  return (
    <>
      <WallPage />
      <WatchAlerts />
    </>
  );
}

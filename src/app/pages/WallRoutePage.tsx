import { useEffect } from "react";
import { resetReloadTries } from "./reloadLater.ts";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { WallPage } from "#features/status/wall/WallPage.tsx";
import { useMode } from "../session.ts";
import { useFocusOnRoute } from "../useFocusOnRoute.ts";
import { LoginQuestions } from "../loginGates.tsx";
import { WatchAlerts } from "../WatchAlerts.tsx";

/** Milliseconds between two checks of the server's build. */
const BUILD_CHECK_INTERVAL_MS = 5 * 60_000;

/** Nobody reloads a screen on the wall: it loads a newer build by itself. */
function useNewestBuild(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      resetReloadTries();
      void reloadIfStale();
    }, BUILD_CHECK_INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
}

/** The wall has no frame, so it does what the frame does for other pages. */
export function WallRoutePage() {
  // A server that has been given a token meanwhile has other accounts: reload the page.
  const mode = useMode();
  useFocusOnRoute();
  useNewestBuild();
  return (
    <>
      <WallPage isSessionKnown={mode !== undefined} />
      <WatchAlerts isWall />
      <LoginQuestions />
    </>
  );
}

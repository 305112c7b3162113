import { WallPage } from "#features/status/wall/WallPage.tsx";
import { useMode } from "../session.ts";
import { useFocusOnRoute } from "../useFocusOnRoute.ts";
import { WatchAlerts } from "../WatchAlerts.tsx";

/** The wall has no frame: what the frame does for every page is done for it here. */
export function WallRoutePage() {
  // A server that was given a token meanwhile has other accounts: the page is loaded anew.
  useMode();
  useFocusOnRoute();
  return (
    <>
      <WallPage />
      <WatchAlerts />
    </>
  );
}

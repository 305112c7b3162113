import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { startIfStarred, useWatching } from "./watching.ts";

const StarAlerts = lazyPart(
  async () => {
    const [part] = await Promise.all([
      import("#features/status/watch/StarAlerts.tsx"),
      loadTexts("features/status/watch"),
    ]);
    return part.StarAlerts;
  },
  () => undefined,
);

/** Tells, on every page, which starred accounts go offline and come back. */
export function WatchAlerts({ isWall = false }: { isWall?: boolean }) {
  const client = useQueryClient();
  useEffect(() => startIfStarred(client), [client]);
  return useWatching() && <StarAlerts isWall={isWall} />;
}

import { lazy, Suspense } from "react";
import { useWatching } from "./watching.ts";

const DropAlerts = lazy(async () => {
  const { DropAlerts: component } = await import("#features/status/watch/DropAlerts.tsx");
  return { default: component };
});

/** Alerts of watched accounts that drop, on every page. */
export function WatchAlerts() {
  if (!useWatching()) return null;
  return (
    <Suspense fallback={null}>
      <DropAlerts />
    </Suspense>
  );
}

import { useCallback, useSyncExternalStore } from "react";

/** Below this width the app is laid out for a phone. */
export const PHONE = "screen and (max-width: 43.6875em)";

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

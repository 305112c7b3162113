import { useEffect, useRef } from "react";
import { useNavigation } from "react-router";

/**
 * Whether the user is still on this page and not navigating to another: a late response must not
 * navigate them away from there.
 */
export function useIsStillOnPage(): React.RefObject<boolean> {
  const isStillOnPage = useRef(true);
  const leaving = useNavigation().state !== "idle";
  useEffect(() => {
    isStillOnPage.current = !leaving;
    return () => {
      isStillOnPage.current = false;
    };
  }, [leaving]);
  return isStillOnPage;
}

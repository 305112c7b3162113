import { useEffect, useRef } from "react";
import { useNavigation } from "react-router";

/**
 * Whether the user is still on this page and not navigating to another: a late response must not
 * navigate them away from there.
 */
export function useIsStillOnPage(): React.RefObject<boolean> {
  const here = useRef(true);
  const leaving = useNavigation().state !== "idle";
  useEffect(() => {
    here.current = !leaving;
    return () => {
      here.current = false;
    };
  }, [leaving]);
  return here;
}

import { useEffect, useRef } from "react";
import { useNavigation } from "react-router";

/**
 * Whether the person is still here and not on the way to another page, whose code may take its
 * time: an answer that comes late must not lead them away.
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

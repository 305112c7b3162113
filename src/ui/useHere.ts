import { useEffect, useRef } from "react";

/** Whether the component is still there: an answer that comes late must not lead a person away. */
export function useHere(): React.RefObject<boolean> {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

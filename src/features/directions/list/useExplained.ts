import { useCallback, useEffect, useRef, useState } from "react";

/** Marks an explanation's row; a key pressed inside it closes the explanation. */
export const EXPLANATION_ROW = "data-why";

/** Which country is explained, one at a time; Escape closes it and returns the focus. */
export function useExplained() {
  const [explained, setExplained] = useState<string>();
  const opener = useRef<HTMLElement>(undefined);
  const explain = useCallback((id: string, button: HTMLElement) => {
    opener.current = button;
    setExplained((old) => (old === id ? undefined : id));
  }, []);
  useEffect(() => {
    if (explained === undefined) return undefined;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      const row = document.querySelector(`[${EXPLANATION_ROW}]`);
      setExplained(undefined);
      if (row?.contains(document.activeElement) === true) opener.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [explained]);
  return { explained, explain };
}

import { useEffect, useState } from "react";
import { unbroken } from "./unbroken.tsx";

/** Milliseconds without a change after which a text is announced. */
const PAUSE_MS = 1000;

/** A text that changes while the user types: shown at once, announced when typing pauses. */
export function DebouncedLiveText({ text }: { text: string }) {
  const [announced, setAnnounced] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p aria-hidden="true">{unbroken(text)}</p>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
    </>
  );
}

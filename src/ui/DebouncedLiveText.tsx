import { useEffect, useState } from "react";
import { unbroken } from "./unbroken.tsx";

/** Milliseconds without a change after which a text is read out. */
const PAUSE_MS = 1000;

/** A text that changes while one types: for the eye at once, for the ear when the hand rests. */
export function DebouncedLiveText({ text }: { text: string }) {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p aria-hidden="true">{unbroken(text)}</p>
      <p role="status" className="visually-hidden">
        {rested}
      </p>
    </>
  );
}

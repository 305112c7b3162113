import { type ComponentType, useEffect, useState } from "react";
import { useToasts } from "#ui/toasts.ts";

/** Milliseconds. */
const LOAD_AFTER = 3000;

/** The toasts, whose code the first screen does not wait for: loaded a little later, or for the first. */
export function LateToasts() {
  const [Toasts, setToasts] = useState<ComponentType>();
  const isNeeded = useToasts().length > 0;
  const isMissing = Toasts === undefined;
  useEffect(() => {
    if (!isMissing) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const load = (): void =>
      void import("#ui/Toasts.tsx").then(
        (part) => setToasts(() => part.Toasts),
        () => {
          timer = setTimeout(load, LOAD_AFTER);
        },
      );
    if (isNeeded) load();
    else timer = setTimeout(load, LOAD_AFTER);
    return () => clearTimeout(timer);
  }, [isMissing, isNeeded]);
  return Toasts === undefined ? null : <Toasts />;
}

import { useSyncExternalStore } from "react";

/** The root font size that pixel lengths are designed for. */
const DEFAULT_PX = 16;

/** Cached, as each reading forces a style recalculation. */
let scale: number | undefined;

function readScale(): number {
  scale ??=
    (parseFloat(getComputedStyle(document.documentElement).fontSize) || DEFAULT_PX) / DEFAULT_PX;
  return scale;
}

function subscribe(listener: () => void): () => void {
  const probe = document.createElement("div");
  probe.ariaHidden = "true";
  probe.style.cssText = "position: fixed; visibility: hidden; width: 1rem; height: 0";
  document.body.append(probe);
  const observer = new ResizeObserver(() => {
    scale = undefined;
    listener();
  });
  observer.observe(probe);
  return () => {
    observer.disconnect();
    probe.remove();
  };
}

/** The browser's font size relative to the default: 1.5 if the user set 24 px. */
export function useRootScale(): number {
  return useSyncExternalStore(subscribe, readScale);
}

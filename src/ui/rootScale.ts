import { useSyncExternalStore } from "react";

/** The root's font size that lengths in pixels are written for. */
const USUAL = 16;

/** Read once and when it changes: each reading makes the browser settle its styles. */
let scale: number | undefined;

function read(): number {
  scale ??= (parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL) / USUAL;
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

/** How many times larger than usual the browser's font is: 1.5 where a person set 24 px. */
export function useRootScale(): number {
  return useSyncExternalStore(subscribe, read);
}

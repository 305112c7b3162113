import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** Rows kept ready above and below the screen, for fast scrolling and for Tab. */
const OVERSCAN = 8;

const nothing = () => undefined;

/**
 * Which rows of a table that scrolls with the page are to be rendered, and the height of those above
 * and below that are not. Heights are in pixels and known: measuring each row would force layouts.
 * `getHeight` must be stable while heights and rows are.
 */
export function useVirtualRows(
  body: RefObject<HTMLElement | null>,
  rows: readonly { id: number | string }[],
  getHeight: (index: number) => number,
) {
  const margin = usePageOffset(body);
  const [screen] = useState(() => ({ width: innerWidth, height: innerHeight }));
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: getHeight,
    overscan: OVERSCAN,
    scrollMargin: margin,
    // Stable: with another one it adds up all heights again.
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    useFlushSync: false,
    // Known from the start, so that the rows are part of the first render, which may be paused.
    initialRect: screen,
    // Rows of known height need no scroll correction, and scrolling would force a layout.
    scrollToFn: nothing,
  });
  const measured = useRef(getHeight);
  useLayoutEffect(() => {
    if (measured.current === getHeight) return;
    measured.current = getHeight;
    virtual.measure();
  }, [virtual, getHeight]);
  const items = virtual.getVirtualItems();
  const start = items[0]?.start ?? margin;
  const end = items.at(-1)?.end ?? margin;
  return {
    items,
    above: start - margin,
    // Before the first measuring the table already has its final height, so that the scroll
    // position can be restored.
    below: virtual.getTotalSize() - (end - margin),
  };
}

/**
 * An element's distance from the top of the page, in pixels; updates when the content above it
 * grows.
 */
function usePageOffset(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const read = () => {
      const box = element.current?.getBoundingClientRect();
      if (box !== undefined) setTop(Math.round(box.top + window.scrollY));
    };
    // Also fires after the first layout: reading earlier would force one.
    const observer = new ResizeObserver(read);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}

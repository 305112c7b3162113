import { useEffect, useRef, useState } from "react";
import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import type { ChangesOf } from "./RecentEntries.tsx";

const RecentEntries = lazyPart<ChangesOf>(
  async () => {
    const [part] = await Promise.all([import("./RecentEntries.tsx"), loadTexts("common/journal")]);
    return part.RecentEntries;
  },
  () => undefined,
);

/**
 * The last changes of an object, at the end of its page. Code and data load when its place comes into
 * view, after what the page is for.
 */
export function RecentChanges(props: ChangesOf) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null || isSeen) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watcher.observe(current);
    return () => watcher.disconnect();
  }, [isSeen]);
  return <div ref={place}>{isSeen && <RecentEntries {...props} />}</div>;
}

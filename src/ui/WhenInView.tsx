import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  children: ReactNode;
  className?: string | undefined;
}

/** A place whose content is rendered, and so loaded, once it comes into view. */
export function WhenInView({ children, className }: Props) {
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
  return (
    <div ref={place} className={className}>
      {isSeen && children}
    </div>
  );
}

import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { WhenInView } from "#ui/WhenInView.tsx";
import type { HistoryOf } from "./StateTimeline.tsx";

const StateTimeline = lazyPart<HistoryOf>(
  async () => {
    const [part] = await Promise.all([import("./StateTimeline.tsx"), loadTexts("common/history")]);
    return part.StateTimeline;
  },
  () => undefined,
);

/** When an object was in which state. Code and data load when its place comes into view. */
export function History({ className = "", ...of }: HistoryOf & { className?: string }) {
  return (
    <WhenInView className={`awaited ${className}`}>
      <StateTimeline {...of} />
    </WhenInView>
  );
}

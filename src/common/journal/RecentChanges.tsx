import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";
import { WhenInView } from "#ui/WhenInView.tsx";
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
  return (
    <WhenInView>
      <RecentEntries {...props} />
    </WhenInView>
  );
}

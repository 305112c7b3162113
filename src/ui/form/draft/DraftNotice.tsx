import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "../../lazyPart.tsx";
import type { FoundDraft } from "./autosave.ts";

const LazyContent = lazyPart(
  async () => {
    const [part] = await Promise.all([import("./DraftNoticeContent.tsx"), loadTexts("ui/form")]);
    return part.DraftNoticeContent;
  },
  // The draft is restored even without the notice.
  () => undefined,
);

interface Props {
  found: FoundDraft | undefined;
  /** Resets the form to what is saved. */
  onDiscard: () => void;
}

/** Shows what was restored and what was not, with a button that discards it. */
export function DraftNotice({ found, onDiscard }: Props) {
  return found === undefined ? null : <LazyContent found={found} onDiscard={onDiscard} />;
}

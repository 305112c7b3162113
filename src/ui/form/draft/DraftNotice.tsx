import { lazyPart } from "../../lazyPart.tsx";
import { formMessages } from "../messages.ts";
import type { FoundDraft } from "./autosave.ts";

const Words = lazyPart(
  async () => {
    const [part] = await Promise.all([import("./DraftNoticeWords.tsx"), formMessages.load()]);
    return part.DraftNoticeWords;
  },
  // What was restored is there all the same.
  () => undefined,
);

interface Props {
  found: FoundDraft | undefined;
  /** Returns what is on screen to what is saved. */
  onDiscard: () => void;
}

/** Says what was restored and what was not, and takes it away again. */
export function DraftNotice({ found, onDiscard }: Props) {
  return found === undefined ? null : <Words found={found} onDiscard={onDiscard} />;
}

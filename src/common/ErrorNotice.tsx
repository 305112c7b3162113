import { Notice } from "#ui/Notice.tsx";
import type { ErrorText } from "./errorText.ts";
import { ErrorWords } from "./ErrorWords.tsx";

/** What has just gone wrong must be seen, also where a small screen has it below its edge. */
const showIt = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: "nearest" });

/** A failure in its place inside a dialog or beside what failed. */
export function ErrorNotice({ error, words }: { error: unknown; words?: ErrorText | undefined }) {
  return (
    <div ref={showIt}>
      <Notice tone="problem" urgent>
        <ErrorWords error={error} words={words} />
      </Notice>
    </div>
  );
}

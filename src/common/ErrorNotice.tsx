import { Notice } from "#ui/Notice.tsx";
import type { ErrorText } from "./errorText.ts";
import { ErrorWords } from "./ErrorWords.tsx";

/** A failure in its place inside a dialog or beside what failed. */
export function ErrorNotice({ error, words }: { error: unknown; words?: ErrorText | undefined }) {
  return (
    <Notice tone="problem" urgent>
      <ErrorWords error={error} words={words} />
    </Notice>
  );
}

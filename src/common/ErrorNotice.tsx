import { Notice } from "#ui/Notice.tsx";
import { ErrorWords } from "./ErrorWords.tsx";

/** A failure in its place inside a dialog or beside what failed. */
export function ErrorNotice({ error }: { error: unknown }) {
  return (
    <Notice tone="problem" urgent>
      <ErrorWords error={error} />
    </Notice>
  );
}

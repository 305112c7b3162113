import { Notice } from "#ui/Notice.tsx";
import type { ErrorText } from "./errorText.ts";
import { ErrorMessage } from "./ErrorMessage.tsx";

/** The error must be visible, also where it appears below the edge of a small screen. */
const scrollIntoView = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: "nearest" });

/** An error inside a dialog or beside what failed. */
export function ErrorNotice({
  error,
  errorText,
}: {
  error: unknown;
  errorText?: ErrorText | undefined;
}) {
  return (
    <div ref={scrollIntoView}>
      <Notice tone="problem" urgent>
        <ErrorMessage error={error} errorText={errorText} />
      </Notice>
    </div>
  );
}

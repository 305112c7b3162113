import Button from "@mui/material/Button";
import { useUiText } from "#ui/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { ErrorWords } from "./ErrorWords.tsx";

/** A part of a page that could not be read: what happened, and trying again. */
export function FailedNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const ui = useUiText();
  const retry = (
    <Button size="small" onClick={onRetry}>
      {ui("ui.retry")}
    </Button>
  );
  return (
    <Notice tone="problem" action={retry} urgent>
      <ErrorWords error={error} />
    </Notice>
  );
}

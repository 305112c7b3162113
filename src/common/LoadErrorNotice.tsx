import Button from "@mui/material/Button";
import { useUiText } from "#ui/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { ErrorMessage } from "./ErrorMessage.tsx";

/** The error of a part of a page that failed to load, with a retry button. */
export function LoadErrorNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const ui = useUiText();
  const retry = (
    <Button size="small" onClick={onRetry}>
      {ui("ui.retry")}
    </Button>
  );
  return (
    <Notice tone="problem" action={retry} urgent>
      <ErrorMessage error={error} />
    </Notice>
  );
}

import Button from "@mui/material/Button";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { ErrorMessage } from "./ErrorMessage.tsx";

/** The error of a part of a page that failed to load, with a retry button. */
export function LoadErrorNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  const retry = (
    <Button size="small" onClick={onRetry}>
      {t("ui.retry")}
    </Button>
  );
  return (
    <Notice tone="problem" action={retry} urgent>
      <ErrorMessage error={error} />
    </Notice>
  );
}

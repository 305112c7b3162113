import Button from "@mui/material/Button";
import { useFormats } from "#i18n/format.ts";
import { useUiText } from "#ui/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { useErrorText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";

interface Props {
  error: unknown;
  /** When the data on screen was got, in ms since 1970. */
  at: number;
  onRetry: () => void;
}

/** Data that could not be refreshed says so, with the reason and its age. */
export function StaleNotice({ error, at, onRetry }: Props) {
  const t = useCommonText();
  const ui = useUiText();
  const formats = useFormats();
  const { title } = useErrorText()(error);
  return (
    <Notice
      tone="attention"
      action={
        <Button size="small" onClick={onRetry}>
          {ui("ui.retry")}
        </Button>
      }
    >
      {t("fresh.failed", { reason: title, time: formats.time(at) })}
    </Notice>
  );
}

import Button from "@mui/material/Button";
import { useMoment } from "#i18n/useMoment.ts";
import { useUiText } from "#ui/messages.ts";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { Notice } from "#ui/Notice.tsx";
import { useReasonText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";
import { useIsShownInFrame } from "./connectivity.ts";

interface Props {
  error: unknown;
  /** When the data on screen was got, in ms since 1970; 0 when it never was. */
  at: number;
  onRetry: () => void;
  /** What could not be read, where it is not the page's main thing. */
  what?: string;
  /** What follows from that. */
  more?: string | undefined;
}

/** Data that could not be refreshed says so, with the reason and its age. */
export function StaleNotice({ error, at, onRetry, what, more }: Props) {
  const t = useCommonText();
  const ui = useUiText();
  const moment = useMoment();
  const isShownInFrame = useIsShownInFrame();
  const why = useReasonText()(error);
  if (isShownInFrame(error) && more === undefined) return null;
  const reason = what === undefined ? why : `${what}: ${why}`;
  return (
    <Notice
      tone="attention"
      action={
        <Button
          size="small"
          onClick={() => {
            focusPageTitle();
            onRetry();
          }}
        >
          {ui("ui.retry")}
        </Button>
      }
    >
      {at === 0
        ? t("fresh.neverRead", { reason })
        : t("fresh.failed", { reason, time: moment(at) })}
      {more !== undefined && <> {more}</>}
    </Notice>
  );
}

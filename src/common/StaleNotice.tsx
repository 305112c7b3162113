import Button from "@mui/material/Button";
import { useMoment } from "#i18n/useMoment.ts";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import { useReasonText } from "./errorText.ts";
import { useIsShownInFrame } from "./connectivity.ts";

interface Props {
  error: unknown;
  /** When the data on screen was fetched, in ms since 1970; 0 if never. */
  at: number;
  onRetry: () => void;
  /** What could not be loaded, where it is not the page's main data. */
  subject?: string;
  /** What this means for the user. */
  consequence?: string | undefined;
}

/** Shows that the data could not be refreshed, why, and how old it is. */
export function StaleNotice({ error, at, onRetry, subject, consequence }: Props) {
  const t = useText();
  const moment = useMoment();
  const isShownInFrame = useIsShownInFrame();
  const cause = useReasonText()(error);
  if (isShownInFrame(error) && consequence === undefined) return null;
  const reason = subject === undefined ? cause : `${subject}: ${cause}`;
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
          {t("ui.retry")}
        </Button>
      }
    >
      {at === 0
        ? t("fresh.neverRead", { reason })
        : t("fresh.failed", { reason, time: moment(at) })}
      {consequence !== undefined && <> {consequence}</>}
    </Notice>
  );
}

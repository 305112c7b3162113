import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useText } from "#i18n/texts.ts";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { useIsShownInFrame } from "./connectivity.ts";

interface Props {
  error: unknown;
  onRetry: () => void;
  /** Another action beside the retry button. */
  secondaryAction?: ReactNode;
  /** Text to show instead of the general one for such an error. */
  errorText?: ErrorText | undefined;
}

/** Shown in place of a page or a list that failed to load, with a retry button. */
export function ErrorState({ error, onRetry, secondaryAction, errorText }: Props) {
  const t = useText();
  const toErrorText = useErrorText();
  const isShownInFrame = useIsShownInFrame();
  const later = {
    title: t("error.later"),
    text: t("error.laterText"),
    quote: undefined,
  };
  const { title, text, quote } = errorText ?? (isShownInFrame(error) ? later : toErrorText(error));
  return (
    <EmptyState
      icon="warning"
      tone="problem"
      title={title}
      text={
        <>
          <p>{text}</p>
          {quote !== undefined && <p>{t("error.quote", { message: quote })}</p>}
        </>
      }
      actions={
        <>
          <Button
            variant="contained"
            onClick={() => {
              focusPageTitle();
              onRetry();
            }}
          >
            {t("ui.retry")}
          </Button>
          {secondaryAction}
        </>
      }
    />
  );
}

import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { EmptyState } from "#ui/EmptyState.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useUiText } from "#ui/messages.ts";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";
import { useIsShownInFrame } from "./connectivity.ts";

interface Props {
  error: unknown;
  onRetry: () => void;
  /** Another way on, beside trying again. */
  otherwise?: ReactNode;
  /** What it means here, where that is more than can be said of any such error. */
  words?: ErrorText | undefined;
}

/** A page or a list that could not be read: what happened, and trying again. */
export function ErrorState({ error, onRetry, otherwise, words }: Props) {
  const t = useUiText();
  const common = useCommonText();
  const general = useErrorText();
  const isShownInFrame = useIsShownInFrame();
  const later = {
    title: common("error.later"),
    text: common("error.laterText"),
    quote: undefined,
  };
  const { title, text, quote } = words ?? (isShownInFrame(error) ? later : general(error));
  return (
    <EmptyState
      icon="warning"
      tone="problem"
      title={title}
      text={
        <>
          <p>{text}</p>
          {quote !== undefined && <p>{common("error.quote", { message: quote })}</p>}
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
          {otherwise}
        </>
      }
    />
  );
}

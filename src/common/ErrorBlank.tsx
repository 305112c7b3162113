import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Blank } from "#ui/Blank.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { useUiText } from "#ui/messages.ts";
import { useErrorText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";

interface Props {
  error: unknown;
  onRetry: () => void;
  /** Another way on, beside trying again. */
  otherwise?: ReactNode;
}

/** A page or a list that could not be read: what happened, and trying again. */
export function ErrorBlank({ error, onRetry, otherwise }: Props) {
  const t = useUiText();
  const common = useCommonText();
  const { title, text, quote } = useErrorText()(error);
  return (
    <Blank
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

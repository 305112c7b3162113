import { useErrorText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";

/** An error as a title and a sentence or two, with the provider's words where they help. */
export function ErrorWords({ error }: { error: unknown }) {
  const t = useCommonText();
  const { title, text, quote } = useErrorText()(error);
  return (
    <>
      <strong>{title}.</strong> {text}
      {quote !== undefined && quote !== "" && <> {t("error.quote", { message: quote })}</>}
    </>
  );
}

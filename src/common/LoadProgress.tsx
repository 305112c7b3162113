import Button from "@mui/material/Button";
import type { UseQueryResult } from "@tanstack/react-query";
import { useText } from "#i18n/texts.ts";
import { useReasonText } from "./errorText.ts";
import type { Collected } from "./query.ts";
import { useFormats } from "#i18n/format.ts";
import { Notice } from "#ui/Notice.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";

interface Props {
  list: Pick<UseQueryResult<Collected<unknown>>, "data" | "isError" | "error">;
  loaded: number;
  onRetry: () => void;
}

/** How much of a list has loaded; a warning when it could not be loaded completely. */
export function LoadProgress({ list, loaded, onRetry }: Props) {
  const t = useText();
  const formats = useFormats();
  const toReasonText = useReasonText();
  const { data, isError, error } = list;
  if (data === undefined) return null;
  const n = formats.number(loaded + data.invalidRows.length);
  const total = data.total === undefined ? "?" : formats.number(data.total);
  const retry = (
    <Button
      size="small"
      onClick={() => {
        // The notice disappears together with this button.
        focusPageTitle();
        onRetry();
      }}
    >
      {t("ui.retry")}
    </Button>
  );
  if (isError && !data.complete) {
    return (
      <Notice tone="problem" action={retry} urgent>
        {t("list.partial", { n, total, reason: toReasonText(error) })}
      </Notice>
    );
  }
  if (data.truncated) {
    return (
      <Notice tone="attention" action={retry}>
        {data.total === undefined ? t("list.cutUnknown", { n }) : t("list.cut", { n, total })}
      </Notice>
    );
  }
  if (data.complete) return null;
  const soFar = data.total ? t("list.loaded", { n, total }) : t("list.loadedSoFar", { n });
  const text =
    data.remainingMs === undefined
      ? soFar
      : t("list.paced", { n, total, ...toTimeUnit(data.remainingMs) });
  return (
    <div className="stack gap-4 caption muted">
      <p className="tabular">{text}</p>
      <progress
        aria-label={text}
        {...(data.total ? { value: loaded + data.invalidRows.length, max: data.total } : {})}
      />
    </div>
  );
}

/** Rounded up to tens of seconds, or to minutes from a minute and a half. */
function toTimeUnit(ms: number): { unit: "second" | "minute"; time: number } {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return { unit: "second", time: Math.max(10, Math.ceil(seconds / 10) * 10) };
  return { unit: "minute", time: Math.round(seconds / 60) };
}

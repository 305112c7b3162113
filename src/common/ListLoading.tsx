import type { ReactNode } from "react";
import { Notice } from "#ui/Notice.tsx";
import { useDensity } from "#ui/table/density.ts";
import { TableSkeleton } from "#ui/table/TableSkeleton.tsx";
import list from "#ui/table/List.module.css";
import { useText } from "#i18n/texts.ts";
import { useErrorText } from "./errorText.ts";
import { useIsShownInFrame } from "./connectivity.ts";

interface Props {
  /** The error of the last attempt, while it is being retried; otherwise null. */
  failure: unknown;
  /** What is loading, for screen readers. */
  label: string;
  /** A skeleton other than the table's; must announce the label itself. */
  children?: ReactNode;
}

/** The skeleton of a list that is loading, with a notice while a failed attempt is retried. */
export function ListLoading({ failure, label, children }: Props) {
  const t = useText();
  const toErrorText = useErrorText();
  const isShownInFrame = useIsShownInFrame();
  const { rowHeight } = useDensity();
  return (
    <>
      <div className={list.notices}>
        {failure !== null && !isShownInFrame(failure) && (
          <Notice tone="attention">
            {t("list.retrying", { reason: toErrorText(failure).title })}
          </Notice>
        )}
      </div>
      {children ?? <TableSkeleton rowHeight={rowHeight} label={label} />}
    </>
  );
}

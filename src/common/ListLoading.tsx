import type { ReactNode } from "react";
import { Notice } from "#ui/Notice.tsx";
import { useDensity } from "#ui/table/density.ts";
import { TableSkeleton } from "#ui/table/TableSkeleton.tsx";
import list from "#ui/table/List.module.css";
import { useErrorText } from "./errorText.ts";
import { useCommonText } from "./messages.ts";
import { useIsShownInFrame } from "./connectivity.ts";

interface Props {
  /** Why the last try failed, while it is being tried again; null while none has. */
  failure: unknown;
  /** What is loading, for those who do not see the skeleton. */
  label: string;
  /** The shape of what comes, where that is no table; says the label itself. */
  children?: ReactNode;
}

/** Where the rows will be, or what else comes; says so when it takes longer because something failed. */
export function ListLoading({ failure, label, children }: Props) {
  const t = useCommonText();
  const words = useErrorText();
  const isShownInFrame = useIsShownInFrame();
  const { rowHeight } = useDensity();
  return (
    <>
      <div className={list.notices}>
        {failure !== null && !isShownInFrame(failure) && (
          <Notice tone="attention">{t("list.retrying", { reason: words(failure).title })}</Notice>
        )}
      </div>
      {children ?? <TableSkeleton rowHeight={rowHeight} label={label} />}
    </>
  );
}

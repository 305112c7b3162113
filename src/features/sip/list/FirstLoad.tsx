import { useErrorText } from "#common/errorText.ts";
import { Notice } from "#ui/Notice.tsx";
import { TableSkeleton } from "#ui/table/TableSkeleton.tsx";
import { useSipText } from "../messages.ts";
import styles from "./SipTable.module.css";

interface Props {
  /** Why the last try failed, while it is being tried again. */
  failure: unknown;
  rowHeight: number;
}

/** Where the rows will be; says so when it takes longer because something failed. */
export function FirstLoad({ failure, rowHeight }: Props) {
  const t = useSipText();
  const words = useErrorText();
  return (
    <>
      <div className={styles.notices}>
        {failure !== null && (
          <Notice tone="attention">{t("sip.retrying", { reason: words(failure).title })}</Notice>
        )}
      </div>
      <TableSkeleton rowHeight={rowHeight} label={t("sip.loading")} />
    </>
  );
}

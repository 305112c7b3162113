import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { useErrorText } from "#common/errorText.ts";
import { useIsShownInFrame } from "#common/connectivity.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Scenarios.module.css";

interface Props {
  /** Why they can't be read; undefined while they may still arrive. */
  error: unknown;
  /** Why the last try failed, while it is being retried; null if it did not fail. */
  failure: unknown;
  onRetry: () => void;
}

/** Shown in place of the scenarios until any have arrived. The rest of the page stays usable. */
export function ScenariosLoading({ error, failure, onRetry }: Props) {
  const t = useText();
  const toErrorText = useErrorText();
  const isShownInFrame = useIsShownInFrame();
  if (error !== undefined && !isShownInFrame(error))
    return <LoadErrorNotice error={error} onRetry={onRetry} />;
  return (
    <>
      {failure !== null && !isShownInFrame(failure) && (
        <Notice tone="attention">
          {t("list.retrying", { reason: toErrorText(failure).title })}
        </Notice>
      )}
      <div className={styles.list} role="status">
        <span className="visually-hidden">{t("scenario.loading")}</span>
        <div className={`card delayed ${styles.skeleton}`} />
        <div className={`card delayed ${styles.skeleton}`} />
      </div>
    </>
  );
}

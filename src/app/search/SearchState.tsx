import Button from "@mui/material/Button";
import { useIsShownInFrame } from "#common/connectivity.ts";
import { useReasonText } from "#common/errorText.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { DebouncedLiveText } from "#ui/DebouncedLiveText.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Notice } from "#ui/Notice.tsx";
import type { Found } from "./match.ts";
import styles from "./Search.module.css";
import type { useSources } from "./useSources.ts";

interface Props {
  sources: Pick<ReturnType<typeof useSources>, "reading" | "failed" | "error" | "retry">;
  found: Found;
  /** Empty before anything is typed. */
  typed: string;
}

/** What stands above the results: what could not be read, what is still read, how the text was taken. */
export function SearchState({ sources, found, typed }: Props) {
  const t = useText();
  const locale = useLocale();
  const reason = useReasonText();
  const isShownInFrame = useIsShownInFrame();
  const { reading, failed, error, retry } = sources;
  const { groups, otherLayout, isByLayout } = found;
  const names = (some: readonly (typeof failed)[number][]) =>
    new Intl.ListFormat(locale).format(some.map((group) => t(`search.group.${group}`)));
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const status = () => {
    if (typed === "") return "";
    const count = t("search.count", { n: total });
    return isByLayout ? `${count} ${t("search.byLayout", { text: otherLayout ?? "" })}` : count;
  };
  const isEmpty = typed !== "" && total === 0;
  return (
    <>
      {failed.length > 0 && (
        <div className={styles.notice}>
          <Notice
            tone="problem"
            action={
              <Button size="small" onClick={retry}>
                {t("ui.retry")}
              </Button>
            }
          >
            {t("search.failed", { what: names(failed) })}{" "}
            {!isShownInFrame(error) && `${reason(error)}. `}
            {t("search.failedRest")}
          </Notice>
        </div>
      )}
      {reading.length > 0 && typed !== "" && (
        <p className={`row gap-8 small muted delayed ${styles.line}`}>
          <span className="spinner" aria-hidden />
          {t("search.reading", { what: names(reading) })}
        </p>
      )}
      {isByLayout && (
        <p className={`small muted ${styles.line}`}>
          {t("search.byLayout", { text: otherLayout ?? "" })}
        </p>
      )}
      {isEmpty && reading.length === 0 && (
        <EmptyState
          icon="search"
          title={t("search.none", { text: typed })}
          text={
            <>
              {otherLayout !== undefined && <p>{t("search.noneLayout", { text: otherLayout })}</p>}
              <p>{t("search.noneText")}</p>
            </>
          }
        />
      )}
      <div className="visually-hidden">
        <DebouncedLiveText text={status()} />
      </div>
    </>
  );
}

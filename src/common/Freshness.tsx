import type { ReactNode } from "react";
import { useFormats } from "#i18n/format.ts";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { useNow } from "#ui/useNow.ts";
import styles from "#ui/table/List.module.css";
import { useReasonText } from "./errorText.ts";
import { useIsShownInFrame } from "./connectivity.ts";

/** Milliseconds, in which the age changes by no more than a person cares for. */
const JUST_NOW_MS = 10_000;

interface Props {
  /** When the data was fetched, in ms since 1970; undefined where a notice already shows it. */
  at: number | undefined;
  fetching: boolean;
  /** The error of the last attempt, while it is being retried; otherwise null. */
  failure: unknown;
  onRefresh: () => void;
  children?: ReactNode;
}

/** The age of the data on screen, and a refresh button. */
export function Freshness({ at, fetching, failure, onRefresh, children }: Props) {
  const t = useText();
  const formats = useFormats();
  const now = useNow();
  const reason = useReasonText();
  const isShownInFrame = useIsShownInFrame();
  const ageText = () => {
    if (at === undefined) return null;
    const age = now - at;
    return age < JUST_NOW_MS ? t("fresh.now") : t("fresh.updated", { ago: formats.ago(age) });
  };
  const text = () => {
    if (!fetching) return ageText();
    if (failure === null || isShownInFrame(failure)) return t("fresh.updating");
    // Three attempts that time out take most of a minute.
    return [t("list.retrying", { reason: reason(failure) }), ageText()].join(" ");
  };
  return (
    <div className={`row wrap gap-4-8 caption muted tabular ${styles.freshness}`}>
      {children}
      <span translate="no">{text()}</span>
      <button
        type="button"
        className={`bare ${styles.refresh}`}
        aria-label={t("fresh.refresh")}
        title={t("fresh.refresh")}
        onClick={onRefresh}
      >
        <Icon name="refresh" size={16} />
      </button>
    </div>
  );
}

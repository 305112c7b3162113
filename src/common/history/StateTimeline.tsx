import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { WatchedKind } from "#api/history.ts";
import { usePartReason } from "#common/usePartReason.ts";
import { PERIODS, type Period } from "#domain/history/periods.ts";
import { historyQuery } from "#domain/history/queries.ts";
import { useText } from "#i18n/texts.ts";
import { useMoment } from "#i18n/useMoment.ts";
import list from "#ui/table/List.module.css";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { HistoryView } from "./HistoryView.tsx";
import styles from "./StateTimeline.module.css";

export interface HistoryOf {
  kind: WatchedKind;
  id: number;
  /** Those in a panel, whose own title is of the second level, have one of the third. */
  heading?: "h2" | "h3";
}

/** In the address. */
const PERIOD = "history";

/** When an object was in which state over the last 24 hours, 7 or 30 days. */
export function StateTimeline({ kind, id, heading: Heading = "h2" }: HistoryOf) {
  const t = useText();
  const title = useId();
  const { params, change } = useAddressParams();
  const period = PERIODS.find((one) => one === params.get(PERIOD)) ?? "day";
  const choose = (chosen: Period) =>
    change((old) => withParams(old, { [PERIOD]: chosen === "day" ? undefined : chosen }), {
      replace: true,
    });
  return (
    <section className={`stack gap-12 ${styles.history}`} aria-labelledby={title}>
      <header className="row wrap spread gap-8-12">
        <Heading id={title} className="subheading strong">
          {t("history.title")}
        </Heading>
        <div className={list.chips} role="group" aria-label={t("history.period")}>
          {PERIODS.map((one) => (
            <button
              key={one}
              type="button"
              className={list.chip}
              aria-pressed={one === period}
              onClick={() => choose(one)}
            >
              {t(`history.period.${one}`)}
            </button>
          ))}
        </div>
      </header>
      <Content key={`${kind} ${id}`} kind={kind} id={id} period={period} />
    </section>
  );
}

interface ContentProps {
  kind: WatchedKind;
  id: number;
  period: Period;
}

function Content({ kind, id, period }: ContentProps) {
  const t = useText();
  const moment = useMoment();
  const query = useQuery(historyQuery(kind, id, period));
  const { data, error, isError } = query;
  const toReason = usePartReason();
  const retry = () => void query.refetch();
  const reason = isError ? toReason(error) : "";
  if (data === undefined) {
    if (isError) return <Failure text={t("history.unread", { reason })} onRetry={retry} />;
    return (
      <div role="status">
        <span className="visually-hidden">{t("history.loading")}</span>
        <div className={`delayed placeholder ${styles.skeleton}`} data-period={period} />
      </div>
    );
  }
  return (
    <>
      {isError && (
        <Failure text={t("history.stale", { when: moment(data.at), reason })} onRetry={retry} />
      )}
      <HistoryView kind={kind} period={period} read={data} />
    </>
  );
}

/** One line: the rest of the page is not less for it. */
function Failure({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useText();
  return (
    <p className="row wrap gap-4-8 small muted">
      {text}
      <Button size="small" onClick={onRetry}>
        {t("ui.retry")}
      </Button>
    </p>
  );
}

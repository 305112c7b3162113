import { useQuery } from "@tanstack/react-query";
import type { AlertDelivery } from "#api/alerts.ts";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { alertDeliveriesQuery } from "#domain/alerts/queries.ts";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { Icon, type IconName } from "#ui/icons.tsx";
import styles from "./Alerts.module.css";
import { answerText } from "./answerText.ts";
import { useNow } from "#ui/useNow.ts";

/** What was sent last, and what waits; refreshes itself. */
export function Deliveries() {
  const t = useText();
  return (
    <section className="stack gap-12" aria-labelledby="alert-deliveries">
      <h2 id="alert-deliveries" className="heading strong">
        {t("alerts.sent")}
      </h2>
      <List />
    </section>
  );
}

function List() {
  const t = useText();
  const deliveries = useQuery(alertDeliveriesQuery());
  const refresh = () => void deliveries.refetch();
  const { data } = deliveries;
  if (data === undefined) {
    if (deliveries.isError) return <LoadErrorNotice error={deliveries.error} onRetry={refresh} />;
    return <ListLoading failure={deliveries.failureReason} label={t("alerts.sentLoading")} />;
  }
  return (
    <>
      {deliveries.isError && (
        <StaleNotice error={deliveries.error} at={deliveries.dataUpdatedAt} onRetry={refresh} />
      )}
      {data.items.length === 0 ? (
        <p className="small muted">{t("alerts.nothingSent")}</p>
      ) : (
        <ul className={`card ${styles.list}`}>
          {data.items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </>
  );
}

const SIGNS: Record<AlertDelivery["state"], { icon: IconName; tone: string }> = {
  waiting: { icon: "refresh", tone: "attention" },
  delivered: { icon: "check", tone: "online" },
  failed: { icon: "warning", tone: "offline" },
};

function DeliveryRow({ delivery }: { delivery: AlertDelivery }) {
  const t = useText();
  const moment = useMoment();
  const { at, subject, state, channel, rule } = delivery;
  const { icon, tone } = SIGNS[state];
  return (
    <li className={styles.delivery} data-row>
      <time className="small muted tabular" dateTime={at}>
        {moment(Date.parse(at))}
      </time>
      <div className={styles.words}>
        <span translate="no">{subject}</span>
        <span className="caption muted" translate="no">
          {rule} → {channel === "" ? t("alerts.gone") : channel}
        </span>
      </div>
      <div className="stack">
        <span className={`hint small ${tone}`}>
          <Icon name={icon} size={16} />
          {t(`alerts.${state}`)}
        </span>
        <Detail delivery={delivery} />
      </div>
    </li>
  );
}

/** What took no longer arrived at once, as far as people see. */
const LATE_MS = 60_000;

/** When it arrived, if that was later; or how often it was tried, why that failed, and when it is tried again. */
function Detail({ delivery }: { delivery: AlertDelivery }) {
  const t = useText();
  const moment = useMoment();
  const now = useNow();
  const { state, attempts, deliveredAt, nextAt, error } = delivery;
  const parts: string[] = [];
  const isLate = Date.parse(deliveredAt ?? delivery.at) - Date.parse(delivery.at) > LATE_MS;
  if (deliveredAt !== null && isLate) {
    parts.push(t("alerts.deliveredAt", { moment: moment(Date.parse(deliveredAt)) }));
  }
  if (attempts > 1 || state === "failed") parts.push(t("alerts.attempts", { n: attempts }));
  if (error !== null && state !== "delivered") parts.push(answerText(error, t));
  if (state === "waiting" && nextAt !== null && attempts > 0) {
    const next = Date.parse(nextAt);
    parts.push(next > now ? t("alerts.nextAt", { moment: moment(next) }) : t("alerts.nextSoon"));
  }
  return parts.length > 0 && <span className="caption muted">{parts.join(" · ")}</span>;
}

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { AlertRule, listAlertRules } from "#api/alerts.ts";
import { listAlertChannels } from "#api/alerts.ts";
import type { Result } from "#api/operation.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { ListLoading } from "#common/ListLoading.tsx";
import { LoadErrorNotice } from "#common/LoadErrorNotice.tsx";
import { useMay } from "#common/login.ts";
import { StaleNotice } from "#common/StaleNotice.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { alertChannelsQuery } from "#domain/alerts/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import styles from "./Alerts.module.css";
import { ChannelRow } from "./ChannelRow.tsx";

type Known = Result<typeof listAlertRules>["channels"];

/** Where alerts are sent; to support without where that leads. */
export function Channels({ rules, known }: { rules: readonly AlertRule[]; known: Known }) {
  const t = useText();
  const mayRead = useMay(listAlertChannels);
  return (
    <section className="stack gap-12" aria-labelledby="alert-channels">
      <header className="row wrap spread gap-8-12">
        <h2 id="alert-channels" className="heading strong">
          {t("alerts.channels")}
        </h2>
        <AdminsOnly>
          <Button
            variant="outlined"
            size="small"
            component={Link}
            to={paths.alertChannel()}
            state={OVER_PAGE}
            preventScrollReset
            startIcon={<Icon name="plus" size={16} />}
          >
            {t("alerts.addChannel")}
          </Button>
        </AdminsOnly>
      </header>
      {mayRead ? <WithAddresses rules={rules} /> : <NamesAlone known={known} />}
    </section>
  );
}

function NamesAlone({ known }: { known: Known }) {
  const t = useText();
  return (
    <>
      <p className="small muted">
        {t(known.length === 0 ? "alerts.noChannels" : "alerts.addressesHidden")}
      </p>
      <ul className={known.length === 0 ? undefined : `card ${styles.list}`}>
        {known.map(({ id, name, type, isOn }) => (
          <li key={id} className={styles.item} data-row data-off={!isOn || undefined}>
            <div className={styles.words}>
              <span className="strong" translate="no">
                {name}
              </span>
              <span className="small muted">{t(`alerts.type.${type}`)}</span>
            </div>
            <span className="small muted">{t(isOn ? "alerts.state.on" : "alerts.state.off")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function WithAddresses({ rules }: { rules: readonly AlertRule[] }) {
  const t = useText();
  const channels = useQuery(alertChannelsQuery());
  const { data } = channels;
  const refresh = () => void channels.refetch();
  if (data === undefined) {
    if (channels.isError) return <LoadErrorNotice error={channels.error} onRetry={refresh} />;
    return <ListLoading failure={channels.failureReason} label={t("alerts.channelsLoading")} />;
  }
  const needsMail = data.items.some(({ target }) => target.type === "email") && !data.canMail;
  return (
    <>
      {channels.isError && (
        <StaleNotice error={channels.error} at={channels.dataUpdatedAt} onRetry={refresh} />
      )}
      {needsMail && <Notice tone="attention">{t("alerts.noMail")}</Notice>}
      {data.items.length === 0 ? (
        <p className="small muted">{t("alerts.noChannels")}</p>
      ) : (
        <ul className={`card ${styles.list}`}>
          {data.items.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              rules={rules.filter((rule) => rule.channels.includes(channel.id)).length}
            />
          ))}
        </ul>
      )}
    </>
  );
}

import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listSipAccounts, listSipStatuses } from "#api/sip.ts";
import { isEmptyList } from "#common/query.ts";
import { LoadProgress } from "#common/LoadProgress.tsx";
import { useSipRows } from "#domain/sip/useSipRows.ts";
import { SHAPES } from "#common/sip/shapes.ts";
import type { SipRow, SipState } from "#domain/sip/rows.ts";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import { Card } from "./Card.tsx";
import { DayPicture } from "./DayPicture.tsx";
import { Figure } from "./Figure.tsx";
import { type Mark, Marks } from "./Marks.tsx";
import styles from "./Overview.module.css";

/** What needs attention comes first; the first two are always shown. */
const SHOWN: readonly SipState[] = ["offline", "online", "creating", "unknown"];
const ALWAYS = 2;

const toState = (state: SipState) => ({ pathname: paths.status(), search: `?state=${state}` });

/** Every phone, who is registered now, and how many were through the day. */
export function AccountsCard() {
  const t = useText();
  const { rows, accounts, statuses } = useSipRows();
  const ready = accounts.data?.complete === true && statuses.data?.complete === true;
  const toMark = ({ id, name, extension, state }: SipRow): Mark => ({
    key: String(id),
    text: String(extension),
    label: t("overview.mark", {
      name: `${extension} ${name}`,
      state: t(`overview.state.${state}`),
    }),
    shape: SHAPES[state],
    to: paths.sipAccount(id),
  });
  return (
    <Card
      icon="phone"
      title={t("overview.accounts")}
      to={paths.sip()}
      sources={[{ query: accounts }, { query: statuses, what: t("overview.statuses") }]}
      ready={ready}
    >
      {() =>
        accounts.data !== undefined && isEmptyList(accounts.data) ? (
          <p className="muted">{t("overview.noAccounts")}</p>
        ) : (
          <>
            <LoadProgress
              list={accounts}
              loaded={rows.length}
              onRetry={() => void accounts.refetch()}
            />
            <InvalidRowsNotice rows={accounts.data?.invalidRows} operation={listSipAccounts} />
            <InvalidRowsNotice rows={statuses.data?.invalidRows} operation={listSipStatuses} />
            <div className={styles.figures}>
              {SHOWN.map((state, index) => {
                const value = rows.filter((row) => row.state === state).length;
                return index < ALWAYS || value > 0 ? (
                  <Figure
                    key={state}
                    value={value}
                    label={t(`overview.state.${state}`)}
                    shape={SHAPES[state]}
                    to={toState(state)}
                  />
                ) : null;
              })}
            </div>
            <Marks label={t("overview.marks.phones")} marks={rows.map(toMark)} />
            <DayPicture />
          </>
        )
      }
    </Card>
  );
}

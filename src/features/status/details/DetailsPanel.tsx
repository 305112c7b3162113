import Button from "@mui/material/Button";
import { Link, useLocation, useOutletContext, useParams } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { History } from "#common/history/History.tsx";
import { findRingProblem } from "#common/sip/verdict/callProblems.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { parseId, paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import { Flapping } from "../board/Flapping.tsx";
import type { BoardRow } from "../board/rows.ts";
import type { useBoard } from "../board/useBoard.ts";
import { Since } from "../watch/Since.tsx";
import { AccountChanges } from "./AccountChanges.tsx";
import { Checklist } from "./Checklist.tsx";
import { CopyTicket } from "./CopyTicket.tsx";
import { Facts } from "./Facts.tsx";

/** `/status/:id`: what support needs to answer whose phone is not working. */
export function DetailsPanel() {
  const t = useText();
  const { search } = useLocation();
  const { rows, accounts } = useOutletContext<ReturnType<typeof useBoard>>();
  const id = parseId(useParams().id);
  const row = rows.find((one) => one.id === id);
  const close = useClosePanel({ pathname: paths.status(), search });
  const title =
    row === undefined ? t("details.title") : `${row.account.extension} ${row.account.name}`;
  usePanelTitle(title);
  const missing = row === undefined && accounts.data?.complete === true;
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing in it takes the focus, and it scrolls */}
      <div className={panel.body} tabIndex={0} role="region" aria-label={title}>
        {missing && <p role="status">{t("details.gone")}</p>}
        {row === undefined && !missing && <p role="status">{t("board.loading")}</p>}
        {row !== undefined && <Details key={id} row={row} />}
      </div>
      {row !== undefined && (
        <div className={panel.foot}>
          <div className="buttons">
            <CopyTicket row={row} />
            <Button component={Link} to={paths.sipAccount(row.id)}>
              {t("details.open")}
            </Button>
          </div>
        </div>
      )}
    </SidePanel>
  );
}

function Details({ row }: { row: BoardRow }) {
  const t = useText();
  const { account, observation, flapping } = row;
  return (
    <>
      <section className="stack gap-8">
        <p className="row wrap gap-8 heading strong">
          <SipStateLabel state={account.state} />
          {flapping && <Flapping />}
        </p>
        {observation !== undefined && account.state !== "unknown" && (
          <p className="muted">
            <Since observation={observation} long />
          </p>
        )}
      </section>
      <Facts row={row} />
      <section className="stack gap-8" aria-labelledby="checklist">
        <h3 id="checklist" className="subheading strong">
          {t(`details.checklist.${account.state}`)}
        </h3>
        <Checklist
          state={account.state}
          flapping={flapping}
          rings={findRingProblem(account.scenario) === undefined}
        />
      </section>
      <History kind="sip" id={row.id} heading="h3" />
      <section className="stack gap-8" aria-labelledby="changes">
        <h3 id="changes" className="subheading strong">
          {t("details.changes")}
        </h3>
        <AccountChanges row={row} />
      </section>
    </>
  );
}

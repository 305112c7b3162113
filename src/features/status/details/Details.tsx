import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { fillScenario } from "#api/fillScenario.ts";
import { History } from "#common/history/History.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { Checklist } from "#common/sip/verdict/Checklist.tsx";
import { type Activate, Diagnosis } from "#common/sip/verdict/Diagnosis.tsx";
import { diagnosisLines } from "#common/sip/verdict/diagnosisText.ts";
import { useDiagnosis } from "#common/sip/verdict/useDiagnosis.ts";
import type { Finding } from "#domain/diagnosis/findings.ts";
import { useRecall } from "#domain/scenarios/remembered.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import panel from "#ui/SidePanel.module.css";
import type { BoardRow } from "../board/rows.ts";
import { CopyTicket } from "../watch/CopyTicket.tsx";
import { useSinceClause } from "../watch/useSinceClause.ts";
import { AccountChanges } from "./AccountChanges.tsx";
import { Facts } from "./Facts.tsx";

interface Props {
  row: BoardRow;
  title: string;
  statusesUnread: boolean;
  Activate: Activate;
  /** Beside the button of the ticket. */
  more: ReactNode;
}

/** Whether an account's phone rings, what to do if not, and the facts. */
export function Details({ row, title, statusesUnread, Activate, more }: Props) {
  const t = useText();
  const { id, account, observation, flapping } = row;
  const { state, scenario } = account;
  const since = useSinceClause(state === "unknown" ? undefined : observation);
  const words = { t, formats: useFormats(), phone: usePhoneFormat(), since };
  const recall = useRecall(id);
  const active = scenario && fillScenario(scenario, recall(scenario.id));
  const diagnosis = useDiagnosis(id, {
    state,
    statusesUnread,
    active,
    scenariosUnread: false,
    scenarios: useQuery(accountQuery(id)).data?.sip_scenarios,
    flapping,
  });
  const checks = checksOf(diagnosis.findings);
  const ticket = {
    id,
    extension: account.extension,
    name: account.name,
    state,
    callerId: account.callerId,
    scenario: active,
    diagnosis: diagnosisLines(diagnosis, words),
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing in it takes the focus, and it scrolls */}
      <div className={panel.body} tabIndex={0} role="region" aria-label={title}>
        <div className="stack gap-8">
          <p role="status">
            <SipStateLabel state={state} />
          </p>
          <Diagnosis
            {...{ id, diagnosis, words, Activate }}
            choose={
              <Button component={Link} to={paths.sipAccount(id)} size="small">
                {t("verdict.choose")}
              </Button>
            }
          />
        </div>
        {checks !== undefined && (
          <section className="stack gap-8" aria-labelledby="checklist">
            <h3 id="checklist" className="subheading strong">
              {t(`details.checklist.${checks}`)}
            </h3>
            <Checklist findings={diagnosis.findings} />
          </section>
        )}
        <Facts row={row} active={active} />
        <History kind="sip" id={id} heading="h3" />
        <section className="stack gap-8" aria-labelledby="changes">
          <h3 id="changes" className="subheading strong">
            {t("details.changes")}
          </h3>
          <AccountChanges row={row} />
        </section>
      </div>
      <div className={panel.foot}>
        <div className="buttons">
          <CopyTicket of={ticket} main />
          {more}
        </div>
      </div>
    </>
  );
}

/** Which list of checks helps; none where the findings say all there is to say. */
function checksOf(findings: readonly Finding[]): "offline" | "online" | undefined {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has("creating")) return undefined;
  if (kinds.has("offline") || kinds.has("unstable")) return "offline";
  return kinds.has("unknown") ? undefined : "online";
}

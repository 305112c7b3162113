import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { fillScenario } from "#api/fillScenario.ts";
import { useReasonText } from "#common/errorText.ts";
import { useSavedText } from "#common/memory/useSavedText.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useRecall } from "#domain/scenarios/remembered.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { Timeline } from "#common/sip/Timeline.tsx";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { findRingProblem } from "#common/sip/verdict/callProblems.ts";
import { CallProblemNotice } from "#common/sip/verdict/CallDiagnosis.tsx";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import type { ListedSipAccount } from "#api/sip.ts";
import type { BoardRow } from "../board/rows.ts";
import styles from "./Details.module.css";

type ActiveSipScenario = NonNullable<ListedSipAccount["active_sip_scenario"]>;

/** Server, caller ID and the route of a call. Only the account's own response holds the server. */
export function Facts({ row: { id, account } }: { row: BoardRow }) {
  const t = useText();
  const toReasonText = useReasonText();
  const phone = usePhoneFormat();
  const { data, error } = useQuery(accountQuery(id));
  const server =
    data?.server ?? (error ? t("details.unread", { reason: toReasonText(error) }) : "…");
  const { scenario, callerId } = account;
  const trouble = findRingProblem(scenario);
  const choose = (
    <Button component={Link} to={paths.sipAccount(id)} size="small">
      {t("verdict.choose")}
    </Button>
  );
  return (
    <>
      <dl className={`tabular ${styles.facts}`}>
        <dt>{t("details.server")}</dt>
        <dd className={data === undefined ? "muted" : undefined}>{server}</dd>
        <dt>{t("details.callerId")}</dt>
        <dd className={callerId === undefined ? "muted" : undefined}>
          {callerId === undefined ? t("board.noCallerId") : phone(callerId)}
        </dd>
        <dt>{t("details.scenario")}</dt>
        <dd className={scenario ? undefined : "muted"}>
          {scenario ? scenario.name : t("details.noScenario")}
        </dd>
      </dl>
      {trouble !== undefined && (
        <CallProblemNotice id={id} problem={trouble} active={scenario} choose={choose} />
      )}
      {scenario && <ActiveScenario id={id} scenario={scenario} />}
    </>
  );
}

/** What the active scenario of an account does, with what Pult remembers of it. */
function ActiveScenario({ id, scenario }: { id: number; scenario: ActiveSipScenario }) {
  const t = useText();
  const savedText = useSavedText();
  const remembered = useRecall(id)(scenario.id);
  const filled = fillScenario(scenario, remembered);
  return (
    <>
      <Timeline plan={toCallPlan(filled)} />
      {remembered !== undefined && filled !== scenario && (
        <p className="muted caption">
          {t("memory.elsewhere", { said: savedText("set", remembered) })}
        </p>
      )}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useReasonText } from "#common/errorText.ts";
import { useSavedText } from "#common/memory/useSavedText.ts";
import { PhoneLink } from "#common/PhoneLink.tsx";
import { Timeline } from "#common/sip/Timeline.tsx";
import type { ActiveScenario as Active } from "#domain/diagnosis/findings.ts";
import { useRecall } from "#domain/scenarios/remembered.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { useText } from "#i18n/texts.ts";
import type { BoardRow } from "../board/rows.ts";
import styles from "./Details.module.css";

interface Props {
  row: BoardRow;
  /** With what Pult remembers of it. */
  active: Active | null | undefined;
}

/** Server, caller ID and the route of a call. Only the account's own response holds the server. */
export function Facts({ row: { id, account }, active }: Props) {
  const t = useText();
  const toReasonText = useReasonText();
  const { data, error } = useQuery(accountQuery(id));
  const server =
    data?.server ?? (error ? t("details.unread", { reason: toReasonText(error) }) : "…");
  const { scenario, callerId } = account;
  return (
    <>
      <dl className={`tabular ${styles.facts}`}>
        <dt>{t("details.server")}</dt>
        <dd className={data === undefined ? "muted" : undefined}>{server}</dd>
        <dt>{t("details.callerId")}</dt>
        <dd className={callerId === undefined ? "muted" : undefined}>
          {callerId === undefined ? t("board.noCallerId") : <PhoneLink digits={callerId} />}
        </dd>
        {active && (
          <>
            <dt>{t("details.scenario")}</dt>
            <dd>{active.name}</dd>
          </>
        )}
      </dl>
      {active && <ActiveScenario id={id} scenario={active} isFilled={active !== scenario} />}
    </>
  );
}

interface ActiveScenarioProps {
  /** Of the account. */
  id: number;
  scenario: Active;
  /** Whether Pult remembers a part of it. */
  isFilled: boolean;
}

/** What the active scenario of an account does. */
function ActiveScenario({ id, scenario, isFilled }: ActiveScenarioProps) {
  const t = useText();
  const savedText = useSavedText();
  const remembered = useRecall(id)(scenario.id);
  return (
    <>
      <Timeline plan={toCallPlan(scenario)} />
      {remembered !== undefined && isFilled && (
        <p className="muted caption">
          {t("memory.elsewhere", { said: savedText("set", remembered) })}
        </p>
      )}
    </>
  );
}

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import type { ComponentType, ReactNode } from "react";
import { fillScenario } from "#api/fillScenario.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { isPartial } from "#common/query.ts";
import { Checklist } from "#common/sip/verdict/Checklist.tsx";
import { Diagnosis } from "#common/sip/verdict/Diagnosis.tsx";
import { diagnosisLines } from "#common/sip/verdict/diagnosisText.ts";
import { useDiagnosis } from "#common/sip/verdict/useDiagnosis.ts";
import type { ActiveScenario } from "#domain/diagnosis/findings.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { useRecall } from "#domain/scenarios/remembered.ts";
import type { CachedAccount } from "#domain/sip/queries.ts";
import type { SipState } from "#domain/sip/rows.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Account.module.css";
import { ActivateButton } from "./ActivateButton.tsx";
import { useAccountState } from "./useAccountState.ts";

/** What the watch knows of an account: it belongs to another feature. */
export interface WatchParts {
  /** Gives since when an account has a state, for the middle of a sentence. */
  Since: ComponentType<{
    id: number;
    state: SipState | undefined;
    children: (since: string | undefined) => ReactNode;
  }>;
  /** Copies a text for support. */
  CopyTicket: ComponentType<{
    of: {
      id: number;
      extension: number;
      name: string;
      state: SipState;
      callerId: string | undefined;
      scenario: ActiveScenario | null | undefined;
      diagnosis: readonly string[];
    };
  }>;
}

interface Props extends WatchParts {
  account: CachedAccount;
}

/** Whether the account's phone rings, and what to do if not: shown before any other facts. */
export function AccountDiagnosis({ account, Since, CopyTicket }: Props) {
  const { id } = account;
  const { state, statusesUnread } = useAccountState(account);
  return (
    <Since id={id} state={state}>
      {(since) => <Known {...{ account, state, statusesUnread, since, CopyTicket }} />}
    </Since>
  );
}

interface KnownProps extends Pick<Props, "account" | "CopyTicket"> {
  state: SipState | undefined;
  statusesUnread: boolean;
  since: string | undefined;
}

function Known({ account, state, statusesUnread, since, CopyTicket }: KnownProps) {
  const t = useText();
  const words = { t, formats: useFormats(), phone: usePhoneFormat(), since };
  const { id } = account;
  const { active, scenarios, scenariosUnread } = useScenarios(id);
  const onScreen = { state, statusesUnread, active, scenarios, scenariosUnread, flapping: false };
  const diagnosis = useDiagnosis(id, onScreen);
  const ticket = {
    id,
    extension: account.number,
    name: account.name,
    state: state ?? "unknown",
    callerId: account.aon?.number,
    scenario: active,
    diagnosis: diagnosisLines(diagnosis, words),
  };
  return (
    <Diagnosis
      id={id}
      diagnosis={diagnosis}
      words={words}
      Activate={ActivateButton}
      choose={
        <Button size="small" onClick={() => focusHeading("scenarios")}>
          {t("verdict.choose")}
        </Button>
      }
      phoneHelp={
        <details className={styles.help}>
          <summary>{t("verdict.check")}</summary>
          <div className="stack gap-12">
            <Checklist findings={diagnosis.findings} />
            <div className="buttons">
              <Button className="flush" size="small" onClick={() => focusHeading("credentials")}>
                {t("account.credentials")}
              </Button>
              <CopyTicket of={ticket} />
            </div>
          </div>
        </details>
      }
    />
  );
}

/** An account's scenarios, and the active one with what Pult remembers of it. */
function useScenarios(id: number) {
  const { data, isError } = useQuery(scenariosQuery(id));
  const recall = useRecall(id);
  const shown = data?.items.find((scenario) => scenario.active);
  // An incomplete list can't prove that no scenario is active.
  const none = data === undefined || isPartial(data) ? undefined : null;
  return {
    active: shown === undefined ? none : fillScenario(shown, recall(shown.id)),
    scenarios: data !== undefined && isPartial(data) ? undefined : data?.items,
    scenariosUnread: isError && data === undefined,
  };
}

function focusHeading(id: string): void {
  const title = document.getElementById(id);
  title?.scrollIntoView({ block: "start" });
  title?.focus({ preventScroll: true });
}

import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { SipScenario } from "#api/sipScenarios.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import type { SipState } from "#domain/sip/rows.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { useText } from "#i18n/texts.ts";
import { timelineText } from "../timelineText.ts";
import { type CallProblem, findCallProblems } from "./callProblems.ts";
import styles from "./CallDiagnosis.module.css";

type Active = Pick<SipScenario, "id" | "name" | "endpoints">;

interface Props {
  /** The account's id. */
  id: number;
  /** Undefined while it is loading. */
  state: SipState | undefined;
  /** Null where none is active, undefined while loading. */
  active: Active | null | undefined;
  /** Since when it is offline, if known. */
  since?: ReactNode;
  /** A control for choosing a scenario; undefined where there is none to choose. */
  choose?: ReactNode;
}

/** Whether a phone rings; if not, each reason with a link to its fix. */
export function CallDiagnosis({ id, state, active, since, choose }: Props) {
  const t = useText();
  const problems = state === undefined ? [] : findCallProblems(state, active);
  return (
    <section className={`stack gap-8 ${styles.verdict}`} aria-label={t("verdict.label")}>
      {problems.map((problem) => (
        <CallProblemNotice
          key={problem}
          problem={problem}
          {...{ id, active, choose }}
          since={problem === "offline" ? since : undefined}
        />
      ))}
      {problems.length === 0 && state !== undefined && active && (
        <RingsNotice state={state} active={active} />
      )}
    </section>
  );
}

function RingsNotice({ state, active }: { state: SipState; active: Active }) {
  const t = useText();
  const routeText = timelineText(toCallPlan(active), useText());
  const online = state === "online";
  return (
    <p className={`beside gap-8 ${online ? styles.fine : styles.unknown}`} role="status">
      <Icon name={online ? "check" : "warning"} />
      <span>{t(online ? "verdict.fine" : "verdict.unknown", { words: routeText })}</span>
    </p>
  );
}

interface FixLinkProps {
  to: string;
  text: string;
  /** The link opens a panel over this page. */
  overPage?: boolean;
}

function FixLink({ to, text, overPage = false }: FixLinkProps) {
  const panel = overPage ? { state: OVER_PAGE, preventScrollReset: true } : {};
  return (
    <Button component={Link} to={to} size="small" {...panel}>
      {text}
    </Button>
  );
}

interface CallProblemProps extends Pick<Props, "id" | "active" | "since" | "choose"> {
  problem: CallProblem;
}

/** A problem that keeps calls from a phone. */
export function CallProblemNotice({ id, problem, active, since, choose }: CallProblemProps) {
  const t = useText();
  const name = active?.name ?? "";
  switch (problem) {
    case "creating":
      return <Notice tone="attention">{t("verdict.creating")}</Notice>;
    case "offline":
      return (
        <Notice
          tone="problem"
          action={<FixLink to={paths.statusAccount(id)} text={t("verdict.check")} />}
        >
          {t("verdict.offline")} {since}
        </Notice>
      );
    case "none": {
      const add = choose ?? (
        <FixLink to={paths.sipScenarioNew(id)} text={t("verdict.add")} overPage />
      );
      return (
        <Notice tone="attention" action={add}>
          {t(choose === undefined ? "verdict.noneAtAll" : "verdict.none")}
        </Notice>
      );
    }
    case "silent":
    case "phoneSilent": {
      const to = paths.sipScenarioEdit(id, active?.id ?? 0);
      return (
        <Notice tone="attention" action={<FixLink to={to} text={t("verdict.edit")} overPage />}>
          {t(`verdict.${problem}`, { name })}
        </Notice>
      );
    }
  }
}

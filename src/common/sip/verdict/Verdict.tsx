import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { SipScenario } from "#api/sipScenarios.ts";
import { useCommonText } from "#common/messages.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import type { SipState } from "../rows.ts";
import { planOf } from "../timeline.ts";
import { timelineWords } from "../timelineText.ts";
import { useVerdictText } from "./messages.ts";
import { type Trouble, troublesOf } from "./troubles.ts";
import styles from "./Verdict.module.css";

type Active = Pick<SipScenario, "id" | "name" | "endpoints">;

interface Props {
  /** Of the account. */
  id: number;
  /** Undefined while it has not been read. */
  state: SipState | undefined;
  /** Null where none is active, undefined while that has not been read. */
  active: Active | null | undefined;
  /** Since when it is offline, as far as that is known. */
  since?: ReactNode;
  /** How to choose a scenario; undefined where there is none to be chosen. */
  choose?: ReactNode;
}

/** Whether a phone rings, in a sentence; else why not, each with the button that mends it. */
export function Verdict({ id, state, active, since, choose }: Props) {
  const t = useVerdictText();
  const troubles = state === undefined ? [] : troublesOf(state, active);
  return (
    <section className={styles.verdict} aria-label={t("verdict.label")}>
      {troubles.map((trouble) => (
        <TroubleNotice
          key={trouble}
          trouble={trouble}
          {...{ id, active, choose }}
          since={trouble === "offline" ? since : undefined}
        />
      ))}
      {troubles.length === 0 && state !== undefined && active && (
        <Fine state={state} active={active} />
      )}
    </section>
  );
}

function Fine({ state, active }: { state: SipState; active: Active }) {
  const t = useVerdictText();
  const words = timelineWords(planOf(active), useCommonText());
  const online = state === "online";
  return (
    <p className={online ? styles.fine : styles.unknown} role="status">
      <Icon name={online ? "check" : "warning"} />
      <span>{t(online ? "verdict.fine" : "verdict.unknown", { words })}</span>
    </p>
  );
}

interface MendProps {
  to: string;
  text: string;
  /** It opens a panel over this page. */
  over?: boolean;
}

/** The way to what mends it. */
function Mend({ to, text, over = false }: MendProps) {
  const panel = over ? { state: OVER_PAGE, preventScrollReset: true } : {};
  return (
    <Button component={Link} to={to} size="small" {...panel}>
      {text}
    </Button>
  );
}

interface TroubleProps extends Pick<Props, "id" | "active" | "since" | "choose"> {
  trouble: Trouble;
}

/** One thing that keeps calls from a phone. */
export function TroubleNotice({ id, trouble, active, since, choose }: TroubleProps) {
  const t = useVerdictText();
  const name = active?.name ?? "";
  switch (trouble) {
    case "creating":
      return <Notice tone="attention">{t("verdict.creating")}</Notice>;
    case "offline":
      return (
        <Notice
          tone="problem"
          action={<Mend to={paths.statusAccount(id)} text={t("verdict.check")} />}
        >
          {t("verdict.offline")} {since}
        </Notice>
      );
    case "none": {
      const add = choose ?? <Mend to={paths.sipScenarioNew(id)} text={t("verdict.add")} over />;
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
        <Notice tone="attention" action={<Mend to={to} text={t("verdict.edit")} over />}>
          {t(`verdict.${trouble}`, { name })}
        </Notice>
      );
    }
  }
}

import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { memo, useId, useRef } from "react";
import { Link } from "react-router";
import { fillScenario } from "#api/fillScenario.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { useSavedText } from "#common/memory/useSavedText.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { Timeline } from "#common/sip/Timeline.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon, type IconName } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { ScenarioTimer } from "./lazyTimer.ts";
import styles from "./Scenarios.module.css";
import type { Activate } from "./useActivate.ts";

interface Props {
  /** Of the account. */
  id: number;
  scenario: SipScenario;
  /** The same as last saved through Pult. */
  remembered: RememberedScenario | undefined;
  onActivate: Activate;
  onDelete: (scenario: SipScenario) => void;
}

function Card({ id, scenario, remembered, onActivate, onDelete }: Props) {
  const t = useText();
  const savedText = useSavedText();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { name, active } = scenario;
  const filled = fillScenario(scenario, remembered);
  const activate = () => {
    // The button unmounts, so the focus moves to this scenario.
    title.current?.focus({ preventScroll: true });
    onActivate(scenario);
  };
  return (
    <li className={`card ${styles.card} ${active ? styles.chosen : ""}`} aria-labelledby={heading}>
      <div className={`beside ${styles.head}`}>
        <h3 id={heading} ref={title} className="grow subheading strong" tabIndex={-1}>
          {name}
        </h3>
        <AdminsOnly>
          <Tool
            icon="edit"
            name={t("scenario.edit", { name })}
            to={paths.sipScenarioEdit(id, scenario.id)}
          />
          <Tool
            icon="copy"
            name={t("scenario.duplicate", { name })}
            to={paths.sipScenarioCopy(id, scenario.id)}
          />
          <IconButton
            aria-label={t("scenario.delete", { name })}
            title={t("scenario.delete", { name })}
            onClick={() => onDelete(scenario)}
          >
            <Icon name="trash" size={16} />
          </IconButton>
        </AdminsOnly>
      </div>
      <Timeline plan={toCallPlan(filled)} />
      {remembered !== undefined && filled !== scenario && (
        <p className="muted caption">{savedText("set", remembered)}</p>
      )}
      <div className={`row wrap gap-8 ${styles.state}`}>
        {active ? (
          <span className={`inline-row gap-4 strong ${styles.active}`}>
            <Icon name="check" size={16} />
            {t("scenario.active")}
          </span>
        ) : (
          <AdminsOnly>
            <Button
              size="small"
              variant="outlined"
              aria-label={t("scenario.activateNamed", { name })}
              onClick={activate}
            >
              {t("scenario.activate")}
            </Button>
          </AdminsOnly>
        )}
        <ScenarioTimer id={id} scenario={scenario} onActivate={onActivate} />
      </div>
    </li>
  );
}

/** One scenario: its drawing, whether it is active, and its actions. */
export const ScenarioCard = memo(Card);

function Tool({ icon, name, to }: { icon: IconName; name: string; to: string }) {
  return (
    <IconButton
      component={Link}
      to={to}
      state={OVER_PAGE}
      preventScrollReset
      aria-label={name}
      title={name}
    >
      <Icon name={icon} size={16} />
    </IconButton>
  );
}

import Button from "@mui/material/Button";
import type { SipScenario } from "#api/sipScenarios.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Account.module.css";
import { useActivate } from "../scenarios/useActivate.ts";

interface Props {
  /** Of the account. */
  id: number;
  scenario: SipScenario;
  /** Called before the button goes, so that the focus goes elsewhere. */
  onPress: () => void;
}

/** Makes a scenario active where its card is not in view. */
export function ActivateButton({ id, scenario, onPress }: Props) {
  const t = useText();
  const { activate } = useActivate(id);
  const press = () => {
    onPress();
    activate(scenario);
  };
  return (
    <AdminsOnly>
      <Button size="small" onClick={press} title={scenario.name}>
        <span className={`truncate unbroken ${styles.activate}`}>
          {t("verdict.activate", { name: scenario.name })}
        </span>
      </Button>
    </AdminsOnly>
  );
}

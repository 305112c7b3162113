import Button from "@mui/material/Button";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import styles from "#common/switches/Switches.module.css";
import { SwitchLine } from "#common/switches/SwitchLine.tsx";
import { UntilDialog } from "#common/switches/UntilDialog.tsx";
import { createSwitch } from "#common/switches/createSwitch.ts";
import { useMomentText } from "#common/switches/useMomentText.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { isOpen, switchesQuery } from "#domain/switches/queries.ts";
import { useText } from "#i18n/texts.ts";
import { FieldError } from "#ui/form/Field.tsx";
import form from "#ui/form/Form.module.css";
import { packReason } from "#ui/form/issues.ts";
import type { Activate } from "./useActivate.ts";

export interface ScenarioTimerProps {
  /** Of the account. */
  id: number;
  scenario: SipScenario;
  onActivate: Activate;
}

/** Until when a scenario is active, and the button that says so. */
export function ScenarioTimer(props: ScenarioTimerProps) {
  const { id, scenario } = props;
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(switchesQuery());
  const list = useQuery(scenariosQuery(id)).data;
  const isOnly = list?.complete === true && list.items.length === 1;
  const ofAccount = (data ?? []).flatMap((item) =>
    item.subject.kind === "scenario" && item.subject.account === id
      ? [{ item, subject: item.subject }]
      : [],
  );
  const own = ofAccount.filter(({ subject }) => subject.scenario.id === scenario.id);
  const open = own.find(({ item }) => isOpen(item));
  // What a temporary one takes the place of is what comes after both.
  const later = ofAccount.find(({ item }) => isOpen(item))?.subject.back.id;
  const { name, active } = scenario;
  const buttonName = t(active ? "timer.scenario.keepOf" : "timer.scenario.buttonOf", { name });
  return (
    <>
      {open === undefined && !isOnly && (
        <AdminsOnly>
          <Button size="small" aria-label={buttonName} onClick={() => setAsking(true)}>
            {t("timer.scenario.button")}
          </Button>
        </AdminsOnly>
      )}
      {own.map(({ item }) => (
        <SwitchLine key={item.id} item={item} />
      ))}
      {asking && <Dialog {...props} later={later} onClose={() => setAsking(false)} />}
    </>
  );
}

interface DialogProps extends ScenarioTimerProps {
  /** What comes after the one that is active until a moment now. */
  later: number | undefined;
  onClose: () => void;
}

function Dialog({ id, scenario, later, onActivate, onClose }: DialogProps) {
  const t = useText();
  const field = useId();
  const momentText = useMomentText();
  const client = useQueryClient();
  const { data } = useQuery(scenariosQuery(id));
  const others = (data?.items ?? []).filter((one) => one.id !== scenario.id);
  const usual = others.find((one) => one.id === later) ?? others.find((one) => one.active);
  const [chosen, setChosen] = useState<number>();
  const [isChecked, setIsChecked] = useState(false);
  const back = others.find((one) => one.id === chosen) ?? usual;
  const { name, active } = scenario;
  const error = isChecked && back === undefined ? t("timer.scenario.thenMissing") : undefined;
  const confirm = (until: number) => {
    if (back === undefined) return;
    const request = { kind: "scenario" as const, account: id, scenario: scenario.id };
    const body = { ...request, back: back.id, until: new Date(until).toISOString() };
    const done = t("timer.scenario.done", { name, when: momentText(until), back: back.name });
    const told = { done, without: t("timer.scenario.without", { name }) };
    if (active) void createSwitch(client, body, told);
    else
      onActivate(scenario, {
        onActive: (undo) => void createSwitch(client, body, { ...told, undo }),
      });
  };
  return (
    <UntilDialog
      title={t(active ? "timer.scenario.keepTitle" : "timer.scenario.title", { name })}
      button={t(active ? "timer.scenario.keep" : "timer.scenario.confirm")}
      isReady={back !== undefined}
      onCheck={() => setIsChecked(true)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={form.field}>
        <label className="small strong" htmlFor={field}>
          {t("timer.scenario.then")}
        </label>
        <select
          id={field}
          className={styles.then}
          value={back?.id ?? ""}
          aria-invalid={error !== undefined}
          onChange={({ target }) => setChosen(Number(target.value))}
        >
          {back === undefined && <option value="">{t("timer.scenario.choose")}</option>}
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <FieldError
          id={field}
          error={error === undefined ? undefined : packReason({ text: error })}
        />
      </div>
    </UntilDialog>
  );
}

import { useQuery } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useId, useState } from "react";
import { Link } from "react-router";
import { ListLoading } from "#common/ListLoading.tsx";
import { recentEntriesQuery } from "#domain/journal/queries.ts";
import type { PersonAccount } from "#domain/people/person.ts";
import {
  planResume,
  scenarioBefore,
  suspendedScenario,
  usualScenarios,
} from "#domain/people/suspend.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Field } from "#ui/form/Field.tsx";
import { Switch } from "#ui/form/Switch.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PasswordSwitch } from "./PasswordSwitch.tsx";
import styles from "./People.module.css";
import { PersonPage } from "./PersonPage.tsx";
import { StepsForm } from "./StepsForm.tsx";

/** Entries of the account's journal that are looked through. */
const ENTRIES = 200;

/** `/sip/:id/resume`: a suspended account is as it was before. */
export function ResumePage() {
  return <PersonPage change="resume">{(person) => <Resume person={person} />}</PersonPage>;
}

function Resume({ person }: { person: PersonAccount }) {
  const t = useText();
  const { id, sip_scenarios: scenarios } = person.account;
  const journal = useQuery(recentEntriesQuery({ kind: "sip", object: String(id) }, ENTRIES));
  const usual = usualScenarios(person);
  const suspended = suspendedScenario(scenarios);
  const open = (
    <Button component={Link} to={paths.sipAccount(id)} variant="contained">
      {t("people.open")}
    </Button>
  );
  if (suspended === undefined) {
    return (
      <EmptyState
        icon="check"
        title={t("people.resume.not")}
        text={t("people.resume.notText")}
        actions={open}
      />
    );
  }
  if (usual[0] === undefined) {
    return (
      <EmptyState
        icon="phone"
        title={t("people.resume.none")}
        text={t("people.resume.noneText")}
        actions={open}
      />
    );
  }
  if (journal.isPending) return <ListLoading failure={null} label={t("people.loading")} />;
  const before = scenarioBefore(person, journal.data ?? []);
  return (
    <ResumeForm
      person={person}
      suspended={suspended.name}
      before={before?.id}
      first={before ?? usual[0]}
    />
  );
}

interface FormProps {
  person: PersonAccount;
  /** The name of the scenario that stands for "suspended". */
  suspended: string;
  /** Id of the scenario that was active before, where the journal tells. */
  before: number | undefined;
  /** The one that is chosen first. */
  first: ReturnType<typeof usualScenarios>[number];
}

function ResumeForm({ person, suspended, before, first }: FormProps) {
  const t = useText();
  const field = useId();
  const [sid, setSid] = useState(first.id);
  const [tidies, setTidies] = useState(true);
  const [sets, setSets] = useState(true);
  const usual = usualScenarios(person);
  const scenario = usual.find(({ id }) => id === sid) ?? first;
  const steps = planResume(person, { scenario, tidies, newPassword: sets });
  const help =
    before === undefined
      ? t("people.resume.unknown")
      : scenario.id === before
        ? t("people.resume.known")
        : undefined;
  return (
    <StepsForm
      person={person}
      purpose="resume"
      about={person.account.name}
      steps={steps}
      notes={sets ? [t("people.resume.note.handOver")] : []}
      button={t("people.resume.button")}
      onSubmit={(send) => send(steps)}
    >
      <Field id={field} label={t("people.resume.scenario")} help={help} error={undefined}>
        <select
          id={field}
          className={styles.select}
          value={scenario.id}
          aria-describedby={`${field}-help`}
          onChange={({ target }) => setSid(Number(target.value))}
        >
          {usual.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <PasswordSwitch sets={sets} onChange={setSets} />
      <Switch
        label={t("people.resume.tidies", { name: suspended })}
        help={t("people.resume.tidiesHelp")}
        checked={tidies}
        onChange={setTidies}
      />
    </StepsForm>
  );
}

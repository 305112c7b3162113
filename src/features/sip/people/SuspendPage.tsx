import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import { activeScenario, type PersonAccount } from "#domain/people/person.ts";
import { planSuspend, SUSPENDED, suspendedScenario } from "#domain/people/suspend.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Switch } from "#ui/form/Switch.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PersonPage } from "./PersonPage.tsx";
import { StepsForm } from "./StepsForm.tsx";

/** `/sip/:id/suspend`: nothing rings and nobody calls from an account, until it is resumed. */
export function SuspendPage() {
  return <PersonPage change="suspend">{(person) => <Suspend person={person} />}</PersonPage>;
}

function Suspend({ person }: { person: PersonAccount }) {
  const t = useText();
  const locale = useLocale();
  const [voicemail, setVoicemail] = useState(false);
  const { account } = person;
  const suspended = suspendedScenario(account.sip_scenarios);
  if (suspended !== undefined) {
    return (
      <EmptyState
        icon="check"
        title={t("people.suspend.already", { name: suspended.name })}
        text={t("people.lead.resume")}
        actions={
          <Button component={Link} to={paths.sipResume(account.id)} variant="contained">
            {t("people.resume.link")}
          </Button>
        }
      />
    );
  }
  const steps = planSuspend(person, { voicemail, scenarioName: SUSPENDED[locale] });
  const before = activeScenario(person)?.name;
  return (
    <StepsForm
      person={person}
      purpose="suspend"
      about={account.name}
      steps={steps}
      notes={[
        ...(before === undefined ? [] : [t("people.suspend.note.back", { name: before })]),
        t("people.suspend.note.numbers"),
      ]}
      button={t("people.suspend.button")}
      onSubmit={(send) => send(steps)}
    >
      <Switch
        label={t("people.suspend.voicemail")}
        help={t(voicemail ? "people.suspend.voicemailOn" : "people.suspend.voicemailOff")}
        checked={voicemail}
        onChange={setVoicemail}
      />
    </StepsForm>
  );
}

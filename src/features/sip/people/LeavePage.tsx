import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { planLeave } from "#domain/people/leave.ts";
import type { PersonAccount } from "#domain/people/person.ts";
import type { Goal } from "#domain/people/redirect.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { useText } from "#i18n/texts.ts";
import { LeaveInputs } from "./LeaveInputs.tsx";
import {
  leaveResolver,
  type LeaveRequest,
  type LeaveValues,
  needsPhone,
  START,
} from "./leaveSchema.ts";
import { PersonPage } from "./PersonPage.tsx";
import { Pointing } from "./Pointing.tsx";
import { StepsForm } from "./StepsForm.tsx";
import { useColleague } from "./useColleague.ts";
import { usePointingNumbers } from "./usePointingNumbers.ts";

/** `/sip/:id/leave`: somebody leaves, and their calls go elsewhere. */
export function LeavePage() {
  return <PersonPage change="leave">{(person) => <Leave person={person} />}</PersonPage>;
}

function Leave({ person }: { person: PersonAccount }) {
  const t = useText();
  const phone = usePhoneFormat();
  const { account } = person;
  const [sets, setSets] = useState(true);
  const [isAcknowledged, setAcknowledged] = useState(false);
  const pointing = usePointingNumbers(account.id);
  const { numbers } = pointing;
  const hasNumbers = numbers.length > 0;
  const start = { ...START, aon: String(account.aon?.id ?? "") };
  const form = useForm<LeaveValues, unknown, LeaveRequest>({
    resolver: leaveResolver(account.id, hasNumbers),
    defaultValues: start,
    mode: "onTouched",
  });
  const values: LeaveValues = { ...start, ...useWatch({ control: form.control }) };
  const colleague = useColleague(values.colleague);
  const [digits] = usePhoneDigits([values.phone]);
  const isDeleted = values.account === "delete";
  const typed = needsPhone(values, hasNumbers) ? digits : undefined;

  /** Digits of the phone that rings for calls to the extension. */
  const extensionPhone = (other: string | undefined) => {
    if (values.calls === "number") return other;
    if (values.calls === "nobody") return undefined;
    return { mobile: colleague.mobile, callerId: colleague.callerId, other, nobody: undefined }[
      values.reach
    ];
  };
  const plan = ({ colleague: id, phone: other, aon }: LeaveRequest) => {
    const goals: Record<LeaveValues["calls"], Goal> = {
      colleague: id === undefined ? undefined : colleague.person,
      number: other,
      nobody: undefined,
    };
    const goal = goals[values.calls];
    const rings = extensionPhone(other);
    // Before it is known where they go, nothing is said of them.
    const isOpen = goal === undefined && values.calls !== "nobody";
    const decided = numbers.filter(({ key }) => !isOpen || values.numbers[key] === "off");
    const choices = {
      isDeleted,
      goal,
      phone: rings,
      newPassword: sets,
      aon,
      numbers: values.numbers,
      scenarioName:
        rings === undefined
          ? t("people.leave.scenarioNobody")
          : t("people.leave.scenario", { phone: phone(rings) }),
    };
    return planLeave(person, decided, choices, phone);
  };
  const chosen = colleague.person?.id;
  const isSelf = chosen === account.id;
  const steps = plan({
    colleague: isSelf ? undefined : chosen,
    phone: typed,
    aon: Number(values.aon) || undefined,
  });
  const rings = extensionPhone(typed);
  const notes = isDeleted
    ? [t("people.leave.note.gone", { extension: account.number })]
    : [
        rings === undefined
          ? t("people.leave.note.extensionNobody", { extension: account.number })
          : t("people.leave.note.extension", {
              extension: account.number,
              phone: phone(rings),
            }),
        t("people.leave.note.unknown"),
        ...(account.aon && values.aon === start.aon
          ? [t("people.leave.note.callerId", { number: phone(account.aon.number) })]
          : []),
      ];
  return (
    <div className="stack gap-16">
      <StepsForm
        person={person}
        purpose="leave"
        about={account.name}
        steps={steps}
        notes={notes}
        button={t(isDeleted ? "people.leave.buttonDelete" : "people.leave.button", {
          n: steps.length,
        })}
        isDanger={isDeleted}
        isReady={pointing.isReady && (!isDeleted || isAcknowledged)}
        onSubmit={(send) => form.handleSubmit((checked) => send(plan(checked)))()}
      >
        <LeaveInputs
          form={form}
          values={values}
          person={person}
          colleague={colleague}
          pointing={pointing}
          password={{ sets, onChange: setSets }}
        />
        {isDeleted && (
          <FormControlLabel
            label={t("people.leave.acknowledge")}
            control={
              <Checkbox
                checked={isAcknowledged}
                onChange={({ target }) => setAcknowledged(target.checked)}
              />
            }
          />
        )}
      </StepsForm>
      <Pointing person={person} />
    </div>
  );
}

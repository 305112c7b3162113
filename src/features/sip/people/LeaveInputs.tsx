import Button from "@mui/material/Button";
import { useEffect, useId } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Link } from "react-router";
import { usePhoneFormat } from "#common/phone.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { SipAccountPicker } from "#common/pickers/pickers.tsx";
import type { NumberChoice } from "#domain/people/leave.ts";
import type { PersonAccount } from "#domain/people/person.ts";
import type { PointingNumber } from "#domain/people/redirect.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Field } from "#ui/form/Field.tsx";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { Notice } from "#ui/Notice.tsx";
import { CallerIdInput } from "../form/CallerIdInput.tsx";
import {
  type LeaveRequest,
  type LeaveValues,
  needsColleague,
  needsPhone,
  type Reach,
} from "./leaveSchema.ts";
import { PasswordSwitch } from "./PasswordSwitch.tsx";
import styles from "./People.module.css";
import type { Colleague } from "./useColleague.ts";
import type { PointingNumbers } from "./usePointingNumbers.ts";
import { personText } from "./useStepText.ts";

type LeaveForm = UseFormReturn<LeaveValues, unknown, LeaveRequest>;

interface Props {
  form: LeaveForm;
  values: LeaveValues;
  person: PersonAccount;
  colleague: Colleague;
  pointing: PointingNumbers;
  password: { sets: boolean; onChange: (sets: boolean) => void };
}

/** What becomes of the account, and where its calls go. */
export function LeaveInputs(props: Props) {
  const { form, values, person, colleague, pointing, password } = props;
  const t = useText();
  const { control } = form;
  const { account } = person;
  const hasNumbers = pointing.numbers.length > 0;
  const isKept = values.account === "keep";
  const hasCalls = isKept || hasNumbers;
  return (
    <>
      <RadioInput
        control={control}
        name="account"
        label={t("people.leave.account")}
        options={[
          { value: "keep", label: t("people.leave.keep"), help: t("people.leave.keepHelp") },
          { value: "delete", label: t("people.leave.delete"), help: t("people.leave.deleteHelp") },
        ]}
      />
      {hasCalls && (
        <RadioInput
          control={control}
          name="calls"
          label={t("people.leave.calls")}
          options={(["colleague", "number", "nobody"] as const).map((value) => ({
            value,
            label: t(`people.leave.${value}`),
            help: "",
          }))}
        />
      )}
      {needsColleague(values, hasNumbers) && (
        <div className="stack gap-8">
          <SipAccountPicker
            control={control}
            name="colleague"
            label={t("people.leave.colleagueIs")}
          />
          {colleague.person?.id === account.id && (
            <p className="small attention">{t("people.leave.self")}</p>
          )}
        </div>
      )}
      {values.calls === "colleague" && isKept && colleague.person !== undefined && (
        <ReachInput key={colleague.person.id} form={form} account={account} colleague={colleague} />
      )}
      {needsPhone(values, hasNumbers) && (
        <PhoneInput control={control} name="phone" label={t("people.leave.phone")} required />
      )}
      <Numbers {...props} />
      {isKept && (
        <>
          <PasswordSwitch {...password} />
          <CallerIdInput
            control={control}
            name="aon"
            current={account.aon}
            help={t("people.leave.callerIdHelp")}
          />
        </>
      )}
    </>
  );
}

interface ReachProps {
  form: LeaveForm;
  account: PersonAccount["account"];
  colleague: Colleague;
}

/** How calls to the extension reach the colleague: by one of their numbers, another one, or not. */
function ReachInput({ form, account, colleague: { mobile, callerId } }: ReachProps) {
  const t = useText();
  const phone = usePhoneFormat();
  const { setValue } = form;
  // Of another colleague (another key) the numbers are others.
  useEffect(() => {
    setValue("reach", mobile === undefined ? "nobody" : "mobile");
  }, [setValue, mobile]);
  const option = (value: Reach, help: string) => ({
    value,
    label: t(`people.leave.reach.${value}`),
    help,
  });
  return (
    <RadioInput
      control={form.control}
      name="reach"
      label={t("people.leave.reach", { extension: account.number })}
      help={t("people.leave.reachHelp")}
      options={[
        ...(mobile === undefined
          ? []
          : [option("mobile", t("people.leave.reach.mobileHelp", { phone: phone(mobile) }))]),
        // A number that both have is not the colleague's alone.
        ...(callerId === undefined || callerId === account.aon?.number
          ? []
          : [option("callerId", t("people.leave.reach.callerIdHelp", { phone: phone(callerId) }))]),
        option("other", ""),
        option("nobody", t("people.leave.reach.nobodyHelp")),
      ]}
    />
  );
}

/** The external numbers that lead to the account, and where each goes now. */
function Numbers({ form, values, colleague, pointing }: Props) {
  const t = useText();
  const heading = useId();
  const phone = usePhoneFormat();
  const { numbers, reason, retry, isReady } = pointing;
  const goals: Record<LeaveValues["calls"], string> = {
    colleague: colleague.person === undefined ? "…" : personText(colleague.person),
    number: values.phone.trim() === "" ? "…" : values.phone,
    nobody: "",
  };
  const goal = goals[values.calls];
  const options: [NumberChoice, string][] = [
    [
      "follow",
      goal === "" ? t("people.leave.followNobody") : t("people.leave.follow", { to: goal }),
    ],
    ...(goal === "" ? [] : [["off", t("people.leave.off")] satisfies [NumberChoice, string]]),
    ...(values.account === "delete"
      ? []
      : [["same", t("people.leave.same")] satisfies [NumberChoice, string]]),
  ];
  const shown = (one: PointingNumber) =>
    one.number === undefined
      ? t("people.leave.unlisted", { id: one.values.number_id })
      : phone(one.number);
  if (!isReady) return null;
  return (
    <section className="stack gap-12 divided" aria-labelledby={heading}>
      <h2 id={heading} className="heading strong">
        {t("people.leave.numbers")}
      </h2>
      {reason !== undefined && (
        <Notice
          tone="problem"
          action={
            <Button size="small" onClick={retry}>
              {t("ui.retry")}
            </Button>
          }
        >
          {t("people.leave.numbersUnread", { reason })}
        </Notice>
      )}
      {reason === undefined && (
        <p className="small muted">
          {t(numbers.length === 0 ? "people.leave.numbersNone" : "people.leave.numbersHelp")}
        </p>
      )}
      {numbers.map((one) =>
        one.certain ? (
          <NumberInput
            key={one.key}
            form={form}
            name={`numbers.${one.key}`}
            label={t("people.leave.numberOf", { number: shown(one) })}
            value={values.numbers[one.key] ?? "follow"}
            options={options}
          />
        ) : (
          <div key={one.key} className="stack gap-4 small">
            <p className="attention">
              {t("people.leave.numberOf", { number: shown(one) })}. {t("people.leave.uncertain")}
            </p>
            <Link to={paths.externalForward(one.values.number_type, one.values.number_id)}>
              {t("people.leave.openForwarding")}
            </Link>
          </div>
        ),
      )}
    </section>
  );
}

interface NumberInputProps {
  form: LeaveForm;
  name: `numbers.${string}`;
  label: string;
  value: NumberChoice;
  options: readonly (readonly [NumberChoice, string])[];
}

function NumberInput({ form, name, label, value, options }: NumberInputProps) {
  const id = useId();
  const known = options.some(([one]) => one === value) ? value : "follow";
  return (
    <Field id={id} label={label} error={undefined}>
      <select
        id={id}
        className={styles.select}
        value={known}
        onChange={({ target }) => {
          const chosen = options.find(([one]) => one === target.value)?.[0];
          if (chosen !== undefined) form.setValue(name, chosen, { shouldDirty: true });
        }}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { description, LIMITS, name, phoneDigits } from "#api/fields.ts";
import { phoneForRequest, usePhoneFormat } from "#common/phone.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { activeScenario, knownPhones, type PersonAccount } from "#domain/people/person.ts";
import { planTakeOver } from "#domain/people/takeOver.ts";
import { useText } from "#i18n/texts.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { TextInput } from "#ui/form/TextInput.tsx";
import { PasswordSwitch } from "./PasswordSwitch.tsx";
import { PersonPage } from "./PersonPage.tsx";
import { StepsForm } from "./StepsForm.tsx";

interface Values {
  name: string;
  role: string;
  mobile: "new" | "none" | "same";
  phone: string;
}

const schema = z.object({
  name,
  role: description,
  mobile: z.enum(["new", "none", "same"]),
  phone: z.optional(phoneDigits),
});
const withPhone = z.object({ ...schema.shape, phone: phoneDigits });
type Request = z.output<typeof schema>;

const toRequest = async ({ phone, ...values }: Values) => ({
  ...values,
  phone: values.mobile === "new" ? await readTyped(phone) : undefined,
});
const readTyped = async (typed: string) => (typed.trim() === "" ? "" : phoneForRequest(typed));
const messages = { formats: { phone: "field.phone" } } as const;

const resolvers = {
  new: requestResolver<Values, typeof withPhone>(withPhone, toRequest, messages),
  other: requestResolver<Values, typeof schema>(schema, toRequest, messages),
};

/** `/sip/:id/take-over`: somebody takes over an extension. */
export function TakeOverPage() {
  return <PersonPage change="takeOver">{(person) => <TakeOver person={person} />}</PersonPage>;
}

function TakeOver({ person }: { person: PersonAccount }) {
  const t = useText();
  const { account } = person;
  const [sets, setSets] = useState(true);
  const form = useForm<Values, unknown, Request>({
    resolver: (values, ...rest) =>
      resolvers[values.mobile === "new" ? "new" : "other"](values, ...rest),
    defaultValues: { name: "", role: account.role, mobile: "new", phone: "" },
    mode: "onTouched",
  });
  const { control } = form;
  const values = useWatch({ control });
  const typed: Values = { name: "", role: "", mobile: "new", phone: "", ...values };
  const [digits] = usePhoneDigits([typed.phone]);
  const plan = (to: string, role: string, mobile: Values["mobile"], phone: string | undefined) =>
    planTakeOver(person, {
      name: to,
      role,
      newPassword: sets,
      phone: mobile === "none" ? null : mobile === "new" ? phone : undefined,
      scenarioName: t("people.takeOver.scenario", { name: to }),
    });
  // While no name is typed, the one that is there stays.
  const to = typed.name.trim() || account.name.trim();
  const steps = plan(to, typed.role.trim(), typed.mobile, digits);
  const notes = useNotes(person, typed.mobile);
  const makesScenario = steps.some(({ says }) => says.what === "scenario");
  return (
    <StepsForm
      person={person}
      purpose="takeOver"
      about={`${account.number} ${account.name} → ${to}`}
      steps={steps}
      notes={[
        ...(makesScenario ? [t("people.takeOver.note.new")] : []),
        ...notes,
        ...(sets ? [t("people.takeOver.note.handOver")] : []),
      ]}
      button={t("people.takeOver.button")}
      onSubmit={(send) =>
        form.handleSubmit((checked) =>
          send(plan(checked.name, checked.role, checked.mobile, checked.phone)),
        )()
      }
    >
      <TextInput
        control={control}
        name="name"
        label={t("people.takeOver.name", { extension: account.number })}
        help={t("people.takeOver.nameHelp", { n: LIMITS.text.max })}
        required
      />
      <TextInput
        control={control}
        name="role"
        label={t("people.takeOver.role")}
        help={t("people.takeOver.roleHelp")}
      />
      <RadioInput
        control={control}
        name="mobile"
        label={t("people.takeOver.mobile")}
        options={(["new", "none", "same"] as const).map((value) => ({
          value,
          label: t(`people.takeOver.${value}`),
          help: t(`people.takeOver.${value}Help`),
        }))}
      />
      {typed.mobile === "new" && (
        <PhoneInput control={control} name="phone" label={t("people.takeOver.phone")} required />
      )}
      <PasswordSwitch sets={sets} onChange={setSets} />
    </StepsForm>
  );
}

/** What is left of the person before. */
function useNotes(person: PersonAccount, mobile: Values["mobile"]): string[] {
  const t = useText();
  const phone = usePhoneFormat();
  const active = activeScenario(person);
  const phones = active === undefined ? [] : knownPhones(active, person.remembered);
  const rings =
    mobile !== "same"
      ? []
      : phones === undefined
        ? [t("people.takeOver.note.maybe")]
        : phones.map((digits) => t("people.takeOver.note.still", { phone: phone(digits) }));
  return [...rings, t("people.takeOver.note.callerId")];
}

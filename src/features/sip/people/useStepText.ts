import { usePhoneFormat } from "#common/phone.ts";
import type { Person, PersonAccount, Says } from "#domain/people/person.ts";
import { useText } from "#i18n/texts.ts";
import { useCallerIdNumber } from "../bulk/useCallerIdNumber.ts";

/** `214 Анна`; without an extension where no list names the account. */
export const personText = ({ number, name }: Pick<Person, "number" | "name">): string =>
  number === 0 ? name : `${number} ${name}`;

/** Says what a step will do. */
export function useStepText({ account }: PersonAccount): (says: Says) => string {
  const t = useText();
  const phone = usePhoneFormat();
  const callerId = useCallerIdNumber();
  const describe = (role: string) =>
    role === "" ? t("people.step.noDescription") : t("people.step.description", { to: role });
  return (says) => {
    switch (says.what) {
      case "password":
        return t("people.step.password");
      case "settings": {
        const { from, name, role } = says;
        return [
          ...(name === undefined ? [] : [t("people.step.rename", { from, to: name })]),
          ...(role === undefined ? [] : [describe(role)]),
        ].join(" ");
      }
      case "callerId": {
        const number = callerId(says.id);
        return t("people.step.callerId", {
          number: number === undefined ? t("people.byId", { id: says.id }) : phone(number),
        });
      }
      case "forward": {
        const number = phone(says.number);
        if (says.to === undefined) return t("people.step.forwardOff", { number });
        const to = typeof says.to === "string" ? phone(says.to) : personText(says.to);
        return t("people.step.forward", { number, to });
      }
      case "scenario":
        return [
          t("people.step.scenario", { name: says.name }),
          says.sipSeconds === 0
            ? t("people.step.silent")
            : t("people.step.rings", { seconds: says.sipSeconds }),
          says.phone === undefined
            ? t("people.step.noPhone")
            : t("people.step.ringsPhone", {
                phone: phone(says.phone.number),
                seconds: says.phone.timeout,
              }),
          t(says.voicemail ? "people.step.voicemail" : "people.step.noVoicemail"),
        ].join(" ");
      case "phone": {
        const { name, from, to, left } = says;
        if (to === undefined) return t("people.step.phoneOff", { name });
        const words =
          from === undefined
            ? t("people.step.phoneAdded", { name, to: phone(to) })
            : t("people.step.phone", { name, from: phone(from), to: phone(to) });
        return left === 0 ? words : `${words} ${t("people.step.left", { n: left })}`;
      }
      case "activate":
        return says.before === undefined
          ? t("people.step.activateFirst", { name: says.name })
          : t("people.step.activate", { name: says.name, before: says.before });
      case "deleteScenario":
        return t("people.step.deleteScenario", { name: says.name });
      case "deleteAccount":
        return t("people.step.deleteAccount", {
          account: personText(account),
          n: says.scenarios,
        });
    }
  };
}

import { useQuery } from "@tanstack/react-query";
import type { Forwarding } from "#api/forwarding.ts";
import { isCrm } from "#api/forwarding.ts";
import type { SwitchSubject, TimedSwitch } from "#api/switches.ts";
import { usePhoneFormat } from "#common/phone.ts";
import {
  useAccountChoices,
  useGroupChoices,
  useQueueChoices,
  useScenarioChoices,
} from "#common/pickers/useChoices.ts";
import { listNames } from "#domain/directions/model.ts";
import { directionsQuery } from "#domain/directions/queries.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { useHasCome, useMomentText } from "./useMomentText.ts";

/** What a switch is about: «214 Приёмная · «Отпуск»». */
export function useSwitchTitle({ subject, number, name }: TimedSwitch): string {
  const t = useText();
  const phone = usePhoneFormat();
  const country = useCountryName(subject.kind === "direction" ? subject.code : undefined);
  switch (subject.kind) {
    case "scenario": {
      const account = [number, name].filter(Boolean).join(" ");
      return t("timer.title.scenario", { account, name: subject.scenario.name });
    }
    case "direction":
      return country;
    case "forwarding":
      return number === null ? t("timer.title.number") : phone(number);
  }
}

/** Until when, and what comes then; or why it did nothing. */
export function useSwitchSentence({ subject, until, trouble, ended }: TimedSwitch): string {
  const t = useText();
  const at = Date.parse(until);
  const when = useMomentText()(at);
  const hasCome = useHasCome(at);
  const back = useBackText(subject);
  if (ended !== null) {
    const { reason, message } = ended;
    const why = t(`timer.why.${reason}`);
    const said = reason === "unknown" ? "timer.endedUnknown" : "timer.ended";
    const quote = message === null ? "" : ` ${t("timer.quote", { message })}`;
    return t(said, { when, reason: why }) + quote;
  }
  if (trouble !== null) return t(`timer.trouble.${trouble}`, { when });
  if (hasCome) return t("timer.due");
  return t(`timer.open.${subject.kind}`, { when, back });
}

/** What comes then, as the end of a sentence. */
function useBackText(subject: SwitchSubject): string {
  const t = useText();
  const forwarding = useForwardingText(subject.kind === "forwarding" ? subject.back : undefined);
  if (subject.kind === "scenario") return t("timer.quoted", { name: subject.back.name });
  return forwarding;
}

/** Where calls to an external number go, as the end of a sentence; empty for none. */
export function useForwardingText(values: Forwarding | undefined): string {
  const t = useText();
  const phone = usePhoneFormat();
  const named = useNamed(values);
  if (values === undefined) return "";
  if (values.type === "empty") return t("timer.to.empty");
  if (isCrm(values.type)) return t("timer.to.crm", { crm: t("timer.crm", { type: values.type }) });
  if ("destination_number" in values) {
    return t("timer.to.number", { number: phone(values.destination_number) });
  }
  if ("destination_uri" in values) return t("timer.to.uri", { uri: values.destination_uri });
  return t("timer.to.named", { type: values.type, name: named });
}

/** The name of an account, group, scenario or queue; its id where no list names it. */
function useNamed(values: Forwarding | undefined): string {
  const t = useText();
  const type = values?.type;
  const accounts = useAccountChoices({ enabled: type === "sip" });
  const groups = useGroupChoices({ enabled: type === "group" });
  const scenarios = useScenarioChoices({ enabled: type === "scenario" });
  const queues = useQueueChoices({ enabled: type === "call_queue" });
  if (values === undefined) return "";
  const ids: Readonly<Record<string, unknown>> = values;
  const find = (key: string, { choices }: typeof accounts) => {
    const id = ids[key];
    if (typeof id !== "number") return undefined;
    const label = choices.find(({ value }) => value === String(id))?.label;
    return label ?? t("timer.byId", { id });
  };
  const found =
    find("sip_id", accounts) ??
    find("group_id", groups) ??
    find("scenario_id", scenarios) ??
    find("call_queue_id", queues);
  return found ?? "";
}

/** The countries of a dial code, with it; the code alone while they are not known. */
function useCountryName(code: string | undefined): string {
  const locale = useLocale();
  const { data } = useQuery({ ...directionsQuery(), enabled: code !== undefined });
  if (code === undefined) return "";
  const sharing = (data?.directions ?? [])
    .filter((one) => one.code.replaceAll(/\D/g, "") === code)
    .map(({ name, english_name: englishName }) => ({ name, englishName }));
  return sharing.length === 0 ? `+${code}` : `${listNames(sharing, locale)} (+${code})`;
}

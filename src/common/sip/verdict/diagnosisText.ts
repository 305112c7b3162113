import type { ActiveScenario, Diagnosis, Finding } from "#domain/diagnosis/findings.ts";
import { type CallPlan, type Leg, toCallPlan } from "#domain/sip/timeline.ts";
import type { Formats } from "#i18n/format.ts";
import type { Text } from "#i18n/texts.ts";
import type { FormatPhone } from "../../phone.ts";

export interface Words {
  t: Text;
  formats: Formats;
  phone: FormatPhone;
  /** Since when the phone has its state, for the middle of a sentence: «с 14:02, 43 мин». */
  since: string | undefined;
}

/** For an ICU `select`: no state is called so. */
const NONE = "none";
/** Of more phones than that only the number is said. */
const NAMED = 2;

/** The diagnosis in plain sentences, in order. */
export function diagnosisLines({ findings, rings }: Diagnosis, words: Words): string[] {
  const lines = findings.map((finding) => findingText(finding, words));
  return rings === undefined ? lines : [...lines, ringsText(rings, words)];
}

/** One finding in a sentence. */
export function findingText(finding: Finding, words: Words): string {
  const { t, formats, phone, since = NONE } = words;
  const moment = (at: number) => formats.moment(at, Date.now());
  switch (finding.kind) {
    case "creating":
    case "scenariosUnread":
      return t(`verdict.${finding.kind}`);
    case "offline":
      return t("verdict.offline", { since });
    case "inactive":
      return t(finding.count === 0 ? "verdict.inactiveAtAll" : "verdict.inactive");
    case "silent": {
      const { name, voicemail } = finding.scenario;
      return t(voicemail === true ? "verdict.silentVoicemail" : "verdict.silent", { name });
    }
    case "elsewhere": {
      const { numbers, others, scenario } = finding;
      const unnamed = others === 0 ? [] : [t("verdict.others", { n: others })];
      const where = [...numbers.map(phone), ...unnamed].join(", ");
      return t("verdict.elsewhere", { name: scenario.name, where });
    }
    case "external": {
      const { id, number, since: at } = finding.lost;
      const named = number === undefined ? t("verdict.externalId", { id }) : phone(number);
      return t("verdict.external", { number: named, since: moment(at) });
    }
    case "unstable":
      return finding.drops === undefined
        ? t("verdict.flapping")
        : t("verdict.unstable", { n: finding.drops });
    case "unknown": {
      const { why, unreadableSince: at } = finding;
      if (why === "unlisted") return t("verdict.unlisted");
      return t("verdict.unread", { since: at === undefined ? NONE : moment(at) });
    }
  }
}

/** That the phone rings, since when it is online, and what its scenario does. */
export function ringsText(scenario: ActiveScenario, words: Words): string {
  const { t, since = NONE } = words;
  const plan = toCallPlan(scenario);
  const ringing = plan.legs.filter(({ timeout }) => timeout > 0);
  const own = ringing.find(({ kind }) => kind === "sip");
  const others = ringing.filter((leg) => leg !== own);
  const voicemail = plan.voicemail === true ? t("verdict.then.voicemail") : "";
  const route = t("verdict.route", {
    name: scenario.name,
    n: own?.timeout ?? 0,
    more: othersText(others, plan.rule, words) + voicemail,
  });
  return t("verdict.rings", { since, route });
}

/** What rings besides the phone itself. */
function othersText(others: readonly Leg[], rule: CallPlan["rule"], { t, phone }: Words): string {
  if (others.length === 0) return "";
  const name = ({ number }: Leg) =>
    number === undefined ? t("verdict.others", { n: 1 }) : phone(number);
  const isFew = others.length <= NAMED;
  if (rule === "single" && isFew) {
    return others
      .map((leg) => t("verdict.then.single", { n: leg.timeout, who: name(leg) }))
      .join("");
  }
  const who = isFew ? others.map(name).join(", ") : t("verdict.others", { n: others.length });
  if (rule === "simultaneous") return t("verdict.then.simultaneous", { who });
  return t(rule === "single" ? "verdict.then.later" : "verdict.then.unknown", { who });
}

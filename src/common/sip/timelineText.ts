import type { Text } from "#i18n/texts.ts";
import { type CallPlan, buildTimeline } from "#domain/sip/timeline.ts";

/** The value for an ICU `select`. */
function voicemailCase(voicemail: boolean | undefined): string {
  if (voicemail === undefined) return "unknown";
  return voicemail ? "yes" : "no";
}

/** The plan as a sentence: «Звонит 45 с, затем голосовая почта». No full stop. */
export function timelineText(plan: CallPlan, t: Text): string {
  const { least, most, certain } = buildTimeline(plan);
  const voicemail = voicemailCase(plan.voicemail);
  if (most === 0) return t("timeline.never", { voicemail });
  const silent = isPhoneSilent(plan) ? t("timeline.phoneSilent") : "";
  if (!certain) return t("timeline.unsure", { least, most, voicemail }) + silent;
  return t("timeline.rings", { n: most, voicemail }) + silent;
}

/** Whether other phones ring but the account's own does not. */
export const isPhoneSilent = ({ legs }: CallPlan): boolean =>
  legs.some(({ timeout }) => timeout > 0) &&
  !legs.some(({ kind, timeout }) => kind === "sip" && timeout > 0);

/** How long it rings, in short: «45 с», or «45–70 с» while the order is unknown. */
export function timelineTotal(plan: CallPlan, t: Text): string {
  const { least, most, certain } = buildTimeline(plan);
  if (!certain) return t("timeline.range", { least, most });
  return most === 0 ? t("timeline.silent") : t("timeline.seconds", { n: most });
}

import type { Text } from "#i18n/messages.ts";
import type { FormatPhone } from "../phone.ts";
import type en from "../locales/en.json";
import { type CallPlan, type Span, timelineOf } from "./timeline.ts";

type T = Text<keyof typeof en>;

/** What the select of a message goes by; what the provider has not told is none of its cases. */
function voicemailCase(voicemail: boolean | undefined): string {
  if (voicemail === undefined) return "unknown";
  return voicemail ? "yes" : "no";
}

/** The whole plan in a sentence: «Звонит 45 с, затем голосовая почта». No full stop. */
export function timelineWords(plan: CallPlan, t: T): string {
  const { least, most, certain } = timelineOf(plan);
  const voicemail = voicemailCase(plan.voicemail);
  if (!certain) return t("timeline.unsure", { least, most, voicemail });
  if (most === 0) return t("timeline.never", { voicemail });
  return t("timeline.rings", { n: most, voicemail });
}

/** How long it rings, as short as can be: «45 с», «45–70 с» while the order is unknown. */
export function timelineTotal(plan: CallPlan, t: T): string {
  const { least, most, certain } = timelineOf(plan);
  if (!certain) return t("timeline.range", { least, most });
  return most === 0 ? t("timeline.silent") : t("timeline.seconds", { n: most });
}

export interface NamedSpan extends Span {
  /** From 0, in the order drawn. */
  place: number;
  who: string;
}

/**
 * Says who each span rings. A phone that the provider has not told is called by its place among
 * the phones; a kind that is not documented by the provider's own word.
 */
export function nameSpans(spans: readonly Span[], t: T, phone: FormatPhone): NamedSpan[] {
  const phones = spans.filter(({ leg }) => leg.kind === "phone");
  const nameOf = (span: Span) => {
    const { kind, type = "", number } = span.leg;
    if (kind === "sip") return t("timeline.sip");
    if (number !== undefined) return phone(number);
    return kind === "phone" ? t("timeline.phone", { place: phones.indexOf(span) + 1 }) : type;
  };
  return spans.map((span, place) => ({ ...span, place, who: nameOf(span) }));
}

/** When a span rings, for those who do not see its bar: «SIP-телефон: с 0 по 20 секунду». */
export function spanWords({ from, to, who }: NamedSpan, certain: boolean, t: T): string {
  if (from === to) return t("timeline.legSilent", { who });
  if (!certain) return t("timeline.legUnsure", { who, n: to - from });
  return t("timeline.leg", { who, from, to });
}

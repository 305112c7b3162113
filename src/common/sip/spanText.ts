import type { Text } from "#i18n/texts.ts";
import type { FormatPhone } from "../phone.ts";
import type { Span } from "#domain/sip/timeline.ts";

export interface NamedSpan extends Span {
  /** From 0, in the order drawn. */
  place: number;
  who: string;
}

/**
 * Names the phone of each span. A phone whose number the provider does not return is named by its
 * position among the phones; an undocumented kind by the provider's own text.
 */
export function nameSpans(spans: readonly Span[], t: Text, phone: FormatPhone): NamedSpan[] {
  const phones = spans.filter(({ leg }) => leg.kind === "phone");
  const describeLeg = (span: Span) => {
    const { kind, type = "", number } = span.leg;
    if (kind === "sip") return t("timeline.sip");
    if (number !== undefined) return phone(number);
    return kind === "phone" ? t("timeline.phone", { place: phones.indexOf(span) + 1 }) : type;
  };
  return spans.map((span, place) => ({ ...span, place, who: describeLeg(span) }));
}

/** When a span rings, for screen readers: «SIP-телефон: с 0 по 20 секунду». */
export function spanText({ from, to, who }: NamedSpan, certain: boolean, t: Text): string {
  if (from === to) return t("timeline.legSilent", { who });
  if (!certain) return t("timeline.legUnsure", { who, n: to - from });
  return t("timeline.leg", { who, from, to });
}

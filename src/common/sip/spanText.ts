import type { Text } from "#i18n/messages.ts";
import type { FormatPhone } from "../phone.ts";
import type en from "../locales/en.json";
import type { Span } from "./timeline.ts";

type T = Text<keyof typeof en>;

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

import { type CrmType, isCrm, type PlainType } from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import type { Destination } from "./useDestination.ts";
import {
  getDestination,
  type ForwardingValues,
  findMissing,
  readHost,
  buildRequest,
  type ShownNumber,
  type Target,
} from "./values.ts";

/**
 * What will happen to calls to a number (its digits) by these values, in a few sentences; what is
 * still to be given where that can't be said yet.
 */
export function useSummary(
  target: Target,
  number: string,
  values: ForwardingValues,
  { to, digits }: Destination,
): string {
  const t = useText();
  const phone = usePhoneFormat();
  const locale = useLocale();
  const { type } = values;
  if (type === "" || type === "empty") return t("forwarding.sum.none");
  const missing = findMissing(buildRequest(target, values, digits), values);
  if (missing.length > 0) {
    const parts = missing.map((field) => t(`forwarding.missing.${field}`));
    return t("forwarding.sum.missing", { parts: new Intl.ListFormat(locale).format(parts) });
  }
  const formatted = phone(number);
  const seen = (who: PlainType | CrmType, shown: ShownNumber) =>
    t("forwarding.sum.seen", {
      sees: t("forwarding.sees", { type: who }),
      shown,
      number: formatted,
    });
  if (!isCrm(type)) {
    return `${t("forwarding.sum.goes", { number: formatted, to })} ${seen(type, values.cli_type)}`;
  }
  const crm = t("forwarding.type", { type });
  const host = readHost(values.host);
  const fallback = getDestination(values);
  return [
    t("forwarding.sum.crm", { number: formatted, crm, host }),
    seen(type, values.cli_type),
    ...(fallback === undefined
      ? [t("forwarding.sum.noFallback", { crm })]
      : [t("forwarding.sum.fallback", { crm, to }), seen(fallback, values.cli_type_default)]),
  ].join(" ");
}

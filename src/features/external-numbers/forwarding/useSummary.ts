import { type CrmType, isCrm, type PlainType } from "#api/externalNumbers.ts";
import { usePhoneFormat } from "#common/phone.ts";
import {
  useAccountChoices,
  useGroupChoices,
  useQueueChoices,
  useScenarioChoices,
} from "#common/pickers/useChoices.ts";
import { usePhoneDigits } from "#common/usePhoneDigits.ts";
import { useLocale } from "#i18n/messages.ts";
import { useForwardingText } from "./messages.ts";
import {
  destinationOf,
  FIELD_OF,
  type ForwardingValues,
  missingOf,
  readHost,
  readUri,
  requestOf,
  type Shown,
  type Target,
} from "./values.ts";

/**
 * What will happen to calls to a number (its digits) by these values, in a few sentences; what is
 * still to be given where that can't be said yet.
 */
export function useSummary(target: Target, number: string, values: ForwardingValues): string {
  const t = useForwardingText();
  const phone = usePhoneFormat();
  const locale = useLocale();
  const [digits] = usePhoneDigits([values.destination_number]);
  const to = useDestinationWords(values, digits);
  const { type } = values;
  if (type === "" || type === "empty") return t("forwarding.sum.none");
  const missing = missingOf(requestOf(target, values, digits), values);
  if (missing.length > 0) {
    const parts = missing.map((field) => t(`forwarding.missing.${field}`));
    return t("forwarding.sum.missing", { parts: new Intl.ListFormat(locale).format(parts) });
  }
  const formatted = phone(number);
  const seen = (who: PlainType | CrmType, shown: Shown) =>
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
  const fallback = destinationOf(values);
  return [
    t("forwarding.sum.crm", { number: formatted, crm, host }),
    seen(type, values.cli_type),
    ...(fallback === undefined
      ? [t("forwarding.sum.noFallback", { crm })]
      : [t("forwarding.sum.fallback", { crm, to }), seen(fallback, values.cli_type_default)]),
  ].join(" ");
}

/** Where calls go, as the end of a sentence: "to the group “Sales”". Empty where not chosen. */
function useDestinationWords(values: ForwardingValues, digits: string | undefined): string {
  const t = useForwardingText();
  const phone = usePhoneFormat();
  const type = destinationOf(values);
  const names = useNames(type);
  if (type === undefined) return "";
  const typed = values[FIELD_OF[type]].trim();
  if (type === "number") return t("forwarding.to.number", { name: phone(digits ?? typed) });
  if (type === "sip_uri") return t("forwarding.to.sip_uri", { name: readUri(typed) });
  const known = names.find(({ value }) => value === typed)?.label;
  const quoted = type === "sip" ? known : known && t("forwarding.quoted", { name: known });
  return t(`forwarding.to.${type}`, { name: quoted ?? t("forwarding.byId", { id: typed }) });
}

/** The list that a type of destination is chosen from; the others are not asked for. */
function useNames(type: PlainType | undefined) {
  const accounts = useAccountChoices({ enabled: type === "sip" });
  const groups = useGroupChoices({ enabled: type === "group" });
  const scenarios = useScenarioChoices({ enabled: type === "scenario" });
  const queues = useQueueChoices({ enabled: type === "call_queue" });
  switch (type) {
    case "sip":
      return accounts.choices;
    case "group":
      return groups.choices;
    case "scenario":
      return scenarios.choices;
    case "call_queue":
      return queues.choices;
    default:
      return [];
  }
}

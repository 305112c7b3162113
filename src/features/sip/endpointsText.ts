import type { ScenarioEndpoint } from "#api/sipScenarios.ts";
import type { Text } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/**
 * A scenario in a line: «SIP 20 с, номер 25 с», or «20 с» when only the account itself rings. Says nothing of the order in which they
 * ring: the provider does not return the rule.
 */
export function endpointsText(
  endpoints: readonly ScenarioEndpoint[],
  t: Text<keyof typeof en>,
): string {
  const [first] = endpoints;
  if (endpoints.length === 1 && first?.type === "sip")
    return t("sip.seconds", { n: first.timeout });
  return endpoints
    .map(({ type, timeout }) => {
      const time = t("sip.seconds", { n: timeout });
      if (type === "sip") return t("sip.endpoint.sip", { time });
      if (type === "mob") return t("sip.endpoint.mob", { time });
      return t("sip.endpoint.other", { type, time });
    })
    .join(", ");
}

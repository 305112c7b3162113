import type { PlainType } from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import {
  useAccountChoices,
  useGroupChoices,
  useQueueChoices,
  useScenarioChoices,
} from "#common/pickers/useChoices.ts";
import { usePhoneDigits } from "#common/usePhoneReadings.ts";
import { useText } from "#i18n/texts.ts";
import { unresolvedText } from "#ui/form/unresolved.ts";
import { getDestination, DESTINATION_FIELDS, type ForwardingValues, readUri } from "./schema.ts";

/** Where calls go, or those that a CRM does not route. */
export interface Destination {
  /** The display name: `214 Reception`, `+7 999 333-22-10`; empty where not chosen. */
  name: string;
  /** As the end of a sentence: "to the group “Sales”"; empty where not chosen. */
  to: string;
  /** Digits of the typed phone number; undefined where it can't be read. */
  digits: string | undefined;
}

export function useDestination(values: ForwardingValues): Destination {
  const t = useText();
  const phone = usePhoneFormat();
  const [digits] = usePhoneDigits([values.destination_number]);
  const type = getDestination(values);
  const names = useNames(type);
  const typed = type === undefined ? "" : values[DESTINATION_FIELDS[type]].trim();
  if (type === undefined || typed === "" || unresolvedText(typed) !== undefined)
    return { name: "", to: "", digits };
  const known = names.find(({ value }) => value === typed)?.label;
  const name =
    type === "number"
      ? phone(digits ?? typed)
      : type === "sip_uri"
        ? readUri(typed)
        : (known ?? t("forwarding.byId", { id: typed }));
  const isTitle = known !== undefined && type !== "sip";
  const displayName = isTitle ? t("forwarding.quoted", { name }) : name;
  return { name, to: t(`forwarding.to.${type}`, { name: displayName }), digits };
}

/** The list from which this type of destination is chosen; the others are not requested. */
function useNames(type: PlainType | undefined) {
  const lists = {
    sip: useAccountChoices({ enabled: type === "sip" }),
    group: useGroupChoices({ enabled: type === "group" }),
    scenario: useScenarioChoices({ enabled: type === "scenario" }),
    call_queue: useQueueChoices({ enabled: type === "call_queue" }),
  };
  const list = type === undefined || type === "number" || type === "sip_uri" ? undefined : type;
  return list === undefined ? [] : lists[list].choices;
}

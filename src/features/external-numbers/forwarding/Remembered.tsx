import { isCrm } from "#api/forwarding.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { useSavedText } from "#common/memory/useSavedText.ts";
import { usePhoneFormat } from "#common/phone.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { unbroken } from "#ui/unbroken.tsx";
import { toValues } from "./schema.ts";
import { useSummary } from "./Summary.tsx";
import { useDestination } from "./useDestination.ts";

interface Props {
  /** The forwarding as last set through Pult. */
  remembered: RememberedForwarding;
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** When, by whom and to what the forwarding was set. */
export function RememberedText(props: Props) {
  return unbroken(useRememberedText(props));
}

/** Where calls go, in a word or two; the rest in its title. */
export function RememberedDestination(props: Props) {
  const t = useText();
  const phone = usePhoneFormat();
  const { values } = props.remembered;
  const destination = useDestination(toValues(values, phone));
  const title = `${useRememberedText(props)} ${t("forwarding.elsewhere")}`;
  const crm = isCrm(values.type) ? t("forwarding.type", { type: values.type }) : undefined;
  return (
    <span title={title}>
      {values.type === "empty" ? t("forwarding.isOff") : `→ ${crm ?? destination.name}`}
    </span>
  );
}

function useRememberedText({ remembered, target, number }: Props): string {
  const t = useText();
  const phone = usePhoneFormat();
  const savedText = useSavedText();
  const values = toValues(remembered.values, phone);
  const sentence = useSummary(target, number, values, useDestination(values), "now");
  const off = t("forwarding.knownOff", { number: phone(number) });
  const said = savedText("set", remembered);
  return `${said}. ${remembered.values.type === "empty" ? off : sentence}`;
}

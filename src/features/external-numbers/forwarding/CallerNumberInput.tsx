import type { Control } from "react-hook-form";
import type { CrmType, PlainType } from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { useText } from "#i18n/texts.ts";
import type { ForwardingValues } from "./values.ts";

/** A caller that nobody is. */
export const EXAMPLE = "79000000000";

interface Props<R> {
  control: Control<ForwardingValues, unknown, R>;
  name: "cli_type" | "cli_type_default";
  /** Where the call goes: who it is that sees the number. */
  type: PlainType | CrmType;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** Which number the called one sees, as two examples. */
export function CallerNumberInput<R>({ control, name, type, number }: Props<R>) {
  const t = useText();
  const phone = usePhoneFormat();
  const sees = t("forwarding.sees", { type });
  return (
    <RadioInput
      control={control}
      name={name}
      label={name === "cli_type" ? t("forwarding.shown") : t("forwarding.shownThen")}
      options={[
        {
          value: "Y",
          label: t("forwarding.shown.Y", { sees }),
          help: t("forwarding.shown.YHelp", { example: phone(EXAMPLE) }),
        },
        {
          value: "N",
          label: t("forwarding.shown.N", { sees, number: phone(number) }),
          help: t("forwarding.shown.NHelp"),
        },
      ]}
    />
  );
}

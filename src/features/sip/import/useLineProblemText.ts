import { usePhoneProblemText } from "#common/phoneInput/usePhoneProblemText.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { reasonText } from "#ui/form/issues.ts";
import type { PlannedLine } from "./plan.ts";

/** Why a line can't be sent: which column, and what is wrong there. */
export function useLineProblemText(): (problem: NonNullable<PlannedLine["problem"]>) => string {
  const t = useText();
  const formats = useFormats();
  const phoneText = usePhoneProblemText();
  return ({ field, why }) => {
    const what = field === undefined ? "" : `${t(`accountList.column.${field}`)}: `;
    switch (why.kind) {
      case "limit":
        return what + reasonText(why.reason, t);
      case "phone":
        return what + (why.reading.ok ? why.value : phoneText(why.reading.problem));
      case "repeated":
        return what + t("accountList.problem.repeated", { line: formats.number(why.line) });
      case "taken":
        return what + t("accountList.problem.taken", { value: why.value, holder: why.holder });
      case "noneFree":
        return what + t("accountList.problem.noneFree");
      default:
        return what + t(`accountList.problem.${why.kind}`, { value: why.value });
    }
  };
}

import { useReasonText } from "#common/errorText.ts";
import { useText } from "#i18n/texts.ts";
import type { Failure } from "../apply/applyPlan.ts";
import type { ApplyResult } from "./useApply.ts";

export const FOUND = { none: "review.foundNone", part: "review.foundPart" } as const;
export const FAILED = { close: "review.closeFailed", open: "review.openFailed" } as const;

/** The outcome of an apply in plain sentences, for a toast. */
export function useApplyResultText(): (result: ApplyResult) => string {
  const t = useText();
  const toReasonText = useReasonText();
  const failed = ({ step, error, found, otherDone, otherLeft }: Failure) => [
    t(FAILED[step]),
    `${toReasonText(error)}.`,
    t(found === undefined ? "review.foundUnknown" : FOUND[found]),
    ...(otherDone ? [t("review.closeStands")] : []),
    ...(otherLeft ? [t("review.openNotSent")] : []),
  ];
  return (result) => {
    if (result.kind === "failed") return failed(result.failure).join(" ");
    if (result.kind === "notRead") return `${t("review.notRead")} ${toReasonText(result.error)}.`;
    return t(`review.${result.kind}`);
  };
}

import { useReasonText } from "#common/errorText.ts";
import { useText } from "#i18n/texts.ts";
import type { Failure } from "../apply/applyPlan.ts";
import type { ApplyResult } from "./useApply.ts";

export const FOUND = { none: "review.foundNone", part: "review.foundPart" } as const;
export const FAILED = { close: "review.closeFailed", open: "review.openFailed" } as const;

/** What the review has to say in plain sentences, for a toast. */
export function useApplyResultText(): (said: ApplyResult) => string {
  const t = useText();
  const toReasonText = useReasonText();
  const failed = ({ step, error, found, otherDone, otherLeft }: Failure) => [
    t(FAILED[step]),
    `${toReasonText(error)}.`,
    t(found === undefined ? "review.foundUnknown" : FOUND[found]),
    ...(otherDone ? [t("review.closeStands")] : []),
    ...(otherLeft ? [t("review.openNotSent")] : []),
  ];
  return (said) => {
    if (said.kind === "failed") return failed(said.failure).join(" ");
    if (said.kind === "notRead") return `${t("review.notRead")} ${toReasonText(said.error)}.`;
    return t(`review.${said.kind}`);
  };
}

import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { adviceText, useErrorText } from "#common/errorText.ts";
import { Notice } from "#ui/Notice.tsx";
import { useText } from "#i18n/texts.ts";
import type { Failure } from "../apply/applyPlan.ts";
import type { ApplyResult } from "./useApply.ts";
import { FAILED, FOUND } from "./useApplyResultText.ts";

/** Why it was not all done, and what was. */
export function ApplyResultNotice({ result }: { result: ApplyResult }) {
  const t = useText();
  if (result.kind === "changed" || result.kind === "already") {
    return (
      <Notice tone="attention" urgent>
        {t(`review.${result.kind}`)}
      </Notice>
    );
  }
  return (
    <Notice tone="problem" urgent>
      {result.kind === "notRead" ? (
        <>
          {t("review.notRead")} <ErrorMessage error={result.error} />
        </>
      ) : (
        <FailureText failure={result.failure} />
      )}
    </Notice>
  );
}

/** Which step failed and why, what the list shows of it, and the outcome of the other step. */
function FailureText({ failure }: { failure: Failure }) {
  const t = useText();
  const toErrorText = useErrorText();
  const { step, error, found, otherDone, otherLeft } = failure;
  const { title, quote } = toErrorText(error);
  const advice = adviceText(error, t);
  const state = t(found === undefined ? "review.foundUnknown" : FOUND[found]);
  return (
    <>
      {t(FAILED[step])}{" "}
      <ErrorMessage
        error={error}
        errorText={{
          title,
          text: advice === undefined ? state : `${advice} ${state}`,
          quote,
        }}
      />
      {otherDone && <> {t("review.closeStands")}</>}
      {otherLeft && <> {t("review.openNotSent")}</>}
    </>
  );
}

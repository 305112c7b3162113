import { isApiError } from "#api/errors.ts";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import type { Attempt } from "./useAttempt.ts";

interface Props {
  attempt: Attempt;
  /** The problem that a field shows. */
  inField?: Attempt["problem"];
}

/** Why an attempt failed; where the next one has to wait, counts down. */
export function AttemptError({ attempt, inField }: Props) {
  const t = useText();
  const { error, problem, secondsLeft } = attempt;
  if (error === undefined || (problem !== undefined && problem === inField)) return null;
  if (!isApiError(error) || error.kind !== "tooManyRequests") return <ErrorNotice error={error} />;
  const text = secondsLeft > 0 ? t("login.wait", { n: secondsLeft }) : t("login.waitOver");
  return (
    <Notice tone="attention">
      {/* Each second would be announced. */}
      <span aria-live={secondsLeft > 0 ? "off" : "polite"}>{text}</span>
    </Notice>
  );
}

import type { Credentials } from "#domain/handover/credentials.ts";
import type { Refusal } from "#domain/handover/provisioning.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";

interface Props {
  refusal: Refusal;
  of: Credentials;
  /** The name of the device or the app. */
  target: string;
}

/** Which value a format can't hold, and what to do. A password is never quoted. */
export function RefusalNotice({ refusal: { problem, field = "name" }, of, target }: Props) {
  const t = useText();
  return (
    <Notice tone="problem" urgent>
      {t(`handover.problem.${problem}`, {
        field: t(`handover.${field}`),
        target,
        value: problem === "notHost" ? of.server : "",
      })}
    </Notice>
  );
}

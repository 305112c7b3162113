import type { SipState } from "#domain/sip/rows.ts";
import { useText } from "#i18n/texts.ts";

const CAUSES = {
  offline: ["power", "internet", "password", "server", "firewall"],
  flapping: ["wifi", "twice", "router"],
  online: ["scenario", "silent", "other"],
  creating: ["wait"],
  unknown: ["unread"],
} as const;

interface Props {
  state: SipState;
  flapping: boolean;
  /** Nothing is known to be wrong with the active scenario. */
  rings: boolean;
}

/** The usual causes, most likely first. */
export function Checklist({ state, flapping, rings }: Props) {
  const t = useText();
  const usual = [...(flapping ? CAUSES.flapping : []), ...CAUSES[state]];
  // A known fault of the scenario is shown above, so it is not a check as well.
  const causes = usual.filter((cause) => cause !== "scenario" || rings);
  return (
    <ol className="steps">
      {causes.map((cause) => (
        <li key={cause}>{t(`details.cause.${cause}`)}</li>
      ))}
    </ol>
  );
}

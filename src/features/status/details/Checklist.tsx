import type { SipState } from "#common/sip/rows.ts";
import { useStatusText } from "../messages.ts";
import styles from "./Details.module.css";

const CAUSES = {
  offline: ["power", "internet", "password", "server", "firewall"],
  flapping: ["wifi", "twice", "router"],
  online: ["scenario", "silent", "other"],
  creating: ["wait"],
  unknown: ["unread"],
} as const;

/** The usual causes, in the order in which they are worth asking about. */
export function Checklist({ state, flapping }: { state: SipState; flapping: boolean }) {
  const t = useStatusText();
  const causes = [...(flapping ? CAUSES.flapping : []), ...CAUSES[state]];
  return (
    <ol className={styles.checklist}>
      {causes.map((cause) => (
        <li key={cause}>{t(`details.cause.${cause}`)}</li>
      ))}
    </ol>
  );
}

import type { Diagnosis } from "#domain/diagnosis/findings.ts";
import { useText } from "#i18n/texts.ts";

const OFFLINE = ["power", "internet", "password", "server", "firewall"] as const;
const UNSTABLE = ["wifi", "twice", "router"] as const;
const ONLINE = ["silent", "other"] as const;

/**
 * The usual causes that nobody can see from here, most likely first: of a phone that is offline or
 * unstable, else of one that should ring.
 */
export function Checklist({ findings }: Pick<Diagnosis, "findings">) {
  const t = useText();
  const isFound = (kind: string) => findings.some((finding) => finding.kind === kind);
  const causes = [
    ...(isFound("unstable") ? UNSTABLE : []),
    ...(isFound("offline") ? OFFLINE : ONLINE),
  ];
  return (
    <ol className="steps">
      {causes.map((cause) => (
        <li key={cause}>{t(`verdict.cause.${cause}`)}</li>
      ))}
    </ol>
  );
}

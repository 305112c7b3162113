import { useQuery } from "@tanstack/react-query";
import { voicemailQuery } from "#common/voicemail/queries.ts";
import { paths } from "#paths";
import { StateMark } from "#ui/StateMark.tsx";
import { Card } from "./Card.tsx";
import styles from "./Overview.module.css";
import { useOverviewText } from "./messages.ts";

/** Whether recordings are sent, and where to. */
export function VoicemailCard() {
  const t = useOverviewText();
  const voicemail = useQuery(voicemailQuery());
  const { data } = voicemail;
  return (
    <Card
      icon="voicemail"
      title={t("overview.voicemail")}
      to={paths.voicemail()}
      sources={[voicemail]}
      ready={data !== undefined}
    >
      {() => (
        <p className={styles.line}>
          <StateMark shape={data?.send === true ? "filled" : "half"} />
          <span>
            {data?.send === true
              ? t("overview.voicemailOn", { email: data.email })
              : t("overview.voicemailOff")}
          </span>
        </p>
      )}
    </Card>
  );
}

import { useQuery } from "@tanstack/react-query";
import { voicemailQuery } from "#domain/voicemail/queries.ts";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { Card } from "./Card.tsx";
import styles from "./Overview.module.css";

/** Not the discs and rings of phones: nothing is registered here. */
const ICONS = { on: "check", off: "minus", nowhere: "warning" } as const;

/** Whether recordings are sent, and to which address. */
export function VoicemailCard() {
  const t = useText();
  const voicemail = useQuery(voicemailQuery());
  const { data } = voicemail;
  // The provider may have it switched on without an address.
  const state = data?.send !== true ? "off" : data.email === "" ? "nowhere" : "on";
  return (
    <Card
      icon="voicemail"
      title={t("overview.voicemail")}
      to={paths.voicemail()}
      sources={[{ query: voicemail }]}
      ready={data !== undefined}
    >
      {() => (
        <p className={`beside gap-8 ${styles.line}`}>
          <span className={state === "nowhere" ? "attention" : "muted"}>
            <Icon name={ICONS[state]} size={16} />
          </span>
          <span>{t(`overview.voicemail.${state}`, { email: data?.email ?? "" })}</span>
        </p>
      )}
    </Card>
  );
}

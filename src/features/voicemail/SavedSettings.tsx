import { Freshness } from "#common/Freshness.tsx";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import type { Settings } from "./settings.ts";
import styles from "./Voicemail.module.css";

interface Props {
  saved: Settings;
  /** When it was read, in ms since 1970; undefined where a notice tells it. */
  at: number | undefined;
  fetching: boolean;
  failure: unknown;
  onRefresh: () => void;
}

/** What holds now, whatever stands in the form. */
export function SavedSettings({ saved: { send, email }, ...freshness }: Props) {
  const t = useText();
  const text = () => {
    if (send) return email === "" ? t("voicemail.nowNowhere") : t("voicemail.nowSent", { email });
    return email === "" ? t("voicemail.nowOff") : t("voicemail.nowKept", { email });
  };
  return (
    <section className={styles.now} aria-label={t("voicemail.now")}>
      <span className={`${styles.sign} ${send && email !== "" ? styles.on : ""}`}>
        <Icon name={send && email !== "" ? "check" : "minus"} />
      </span>
      <div>
        <p role="status">{text()}</p>
        <Freshness {...freshness} />
      </div>
    </section>
  );
}

import Button from "@mui/material/Button";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { StateMark } from "#ui/StateMark.tsx";
import styles from "./Forwarding.module.css";
import { useForwardingText } from "./messages.ts";
import { useForwardingErrorText } from "./mutations.ts";

interface Props {
  /** It is being turned off. */
  off: boolean;
  /** Why it could not be turned off. */
  failure: { error: unknown } | undefined;
  onOff: () => void;
}

/** That it is not known what is set, and turning it off; what that costs stands beside the button. */
export function Off({ off, failure, onOff }: Props) {
  const t = useForwardingText();
  const wordsOf = useForwardingErrorText();
  return (
    <section className={styles.now} aria-label={t("forwarding.now")}>
      <p className={styles.unknown}>
        <StateMark shape="dashed" />
        <span>{t("forwarding.unknown")}</span>
      </p>
      <div className={styles.off}>
        <Button
          variant="outlined"
          loading={off}
          loadingPosition="start"
          aria-describedby="forwarding-off"
          onClick={onOff}
        >
          {t("forwarding.off")}
        </Button>
        <p id="forwarding-off" className={styles.soft}>
          {t("forwarding.offHelp")}
        </p>
      </div>
      {failure !== undefined && (
        <ErrorNotice error={failure.error} words={wordsOf(failure.error)} />
      )}
    </section>
  );
}

import Button from "@mui/material/Button";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { StateMark } from "#ui/StateMark.tsx";
import styles from "./Forwarding.module.css";
import { RememberedText } from "./Remembered.tsx";

interface Props {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  /** The forwarding as last set through Pult. */
  remembered: RememberedForwarding | undefined;
  /** Whether that could not be read, or not in time, when the form was opened. */
  isUnread: boolean;
  /** Fills in the form with it; undefined where it is filled in already. */
  onFill: (() => void) | undefined;
  onOff: () => void;
}

/** The current forwarding, as far as Pult set it, and a button to turn it off. */
export function CurrentForwarding({ remembered, isUnread, onFill, onOff, ...number }: Props) {
  const t = useText();
  const isKnown = remembered?.certain === true;
  return (
    <section className="card padded stack gap-12" aria-label={t("forwarding.now")}>
      <p className={`beside gap-8 ${styles.unknown}`}>
        {isKnown ? <Icon name="check" size={16} /> : <StateMark shape="dashed" />}
        <span>
          {!isKnown && <>{t("forwarding.unknown")} </>}
          {remembered !== undefined && (
            <>
              <RememberedText remembered={remembered} {...number} />{" "}
              {t(isKnown ? "forwarding.elsewhere" : "forwarding.uncertain")}
            </>
          )}
          {remembered === undefined && isUnread && t("forwarding.unread")}
        </span>
      </p>
      <div className="buttons">
        {remembered !== undefined && remembered.values.type !== "empty" && onFill !== undefined && (
          <Button variant="outlined" onClick={onFill}>
            {t("forwarding.fill")}
          </Button>
        )}
        <Button variant="outlined" color="error" onClick={onOff}>
          {t("forwarding.off")}
        </Button>
      </div>
    </section>
  );
}

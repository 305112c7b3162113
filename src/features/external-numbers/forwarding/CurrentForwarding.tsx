import Button from "@mui/material/Button";
import type { Forwarding } from "#api/forwarding.ts";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { StateMark } from "#ui/StateMark.tsx";
import styles from "./Forwarding.module.css";
import { RememberedText } from "./Remembered.tsx";
import { RouteLine } from "./RouteLine.tsx";

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
  /** What was set before it, and what restores that; undefined where it is not known. */
  before: { values: Forwarding; onPutBack: () => void } | undefined;
  onOff: () => void;
}

/** Where calls go now, as far as Pult set it, and the ways back: what was before, and off. */
export function CurrentForwarding(props: Props) {
  const { target, number, remembered, isUnread, onFill, before, onOff } = props;
  const t = useText();
  const isKnown = remembered?.certain === true;
  return (
    <section className="card padded stack gap-12" aria-label={t("forwarding.now")}>
      <h3 className="subheading strong">{t("forwarding.now")}</h3>
      <div aria-hidden="true">
        <RouteLine number={number} values={isKnown ? remembered.values : undefined} />
      </div>
      <p className={`beside gap-8 small muted ${styles.unknown}`}>
        {!isKnown && <StateMark shape="dashed" />}
        <span>
          {!isKnown && <>{t("forwarding.unknown")} </>}
          {remembered !== undefined && (
            <>
              <RememberedText remembered={remembered} target={target} number={number} />{" "}
              {t(isKnown ? "forwarding.elsewhere" : "forwarding.uncertain")}
            </>
          )}
          {remembered === undefined && isUnread && t("forwarding.unread")}
        </span>
      </p>
      {before !== undefined && (
        <div className={`row wrap gap-8 ${styles.before}`}>
          <span className="muted small">{t("forwarding.before")}</span>
          <RouteLine values={before.values} />
        </div>
      )}
      <div className="buttons">
        {before !== undefined && (
          <Button variant="outlined" onClick={before.onPutBack}>
            {t("forwarding.putBack")}
          </Button>
        )}
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

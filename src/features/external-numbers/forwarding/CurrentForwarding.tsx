import Button from "@mui/material/Button";
import { usePhoneFormat } from "#common/phone.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { StateMark } from "#ui/StateMark.tsx";
import { unbroken } from "#ui/unbroken.tsx";
import styles from "./Forwarding.module.css";
import type { Target } from "./schema.ts";
import { useSummary } from "./Summary.tsx";
import { useDestination } from "./useDestination.ts";
import { type SetForwarding, useSetForwarding } from "./useForward.ts";

interface Props {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  onOff: () => void;
}

/** The current forwarding, as far as this page set it, and a button to turn it off. */
export function CurrentForwarding({ target, number, onOff }: Props) {
  const t = useText();
  const known = useSetForwarding(target);
  return (
    <section className="card padded stack gap-12" aria-label={t("forwarding.now")}>
      <p className={`beside gap-8 ${styles.unknown}`}>
        {known === undefined ? <StateMark shape="dashed" /> : <Icon name="check" size={16} />}
        {known === undefined ? (
          <span>{t("forwarding.unknown")}</span>
        ) : (
          <span>
            <KnownForwardingText known={known} target={target} number={number} />{" "}
            {t("forwarding.elsewhere")}
          </span>
        )}
      </p>
      <div>
        <Button variant="outlined" color="error" onClick={onOff}>
          {t("forwarding.off")}
        </Button>
      </div>
    </section>
  );
}

interface KnownProps extends Omit<Props, "onOff"> {
  known: SetForwarding;
}

/** When this page set the forwarding, and to what. */
export function KnownForwardingText({ known: { body, values, at }, target, number }: KnownProps) {
  const t = useText();
  const formats = useFormats();
  const phone = usePhoneFormat();
  const sentence = useSummary(target, number, values, useDestination(values));
  const time = formats.time(at);
  const text =
    body.type === "empty"
      ? t("forwarding.knownOff", { time, number: phone(number) })
      : t("forwarding.known", { time, sentence });
  return unbroken(text);
}

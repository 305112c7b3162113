import type { ReactNode } from "react";
import { type Forwarding, isCrm } from "#api/forwarding.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { unbroken } from "#ui/unbroken.tsx";
import styles from "./RouteLine.module.css";
import { getDestination, toValues } from "./schema.ts";
import { useDestination } from "./useDestination.ts";

interface Props {
  /** Digits of the number that is forwarded; undefined where it is named already. */
  number?: string;
  /** Undefined where it is unknown. */
  values: Forwarding | undefined;
}

/** From a number to where its calls go, in one line; an end that is unknown is drawn dashed. */
export function RouteLine({ number, values }: Props) {
  const phone = usePhoneFormat();
  return (
    <p className={`row wrap gap-8 tabular ${styles.line}`}>
      {number !== undefined && (
        <span className={`row gap-8 ${styles.end}`}>
          <Icon name="trunk" size={16} />
          {unbroken(phone(number))}
        </span>
      )}
      {values === undefined ? <UnknownEnd /> : <KnownEnd values={values} />}
    </p>
  );
}

function UnknownEnd() {
  const t = useText();
  return (
    <Leg isOpen>
      <span className={`muted ${styles.end}`} data-open="true">
        {t("forwarding.line.unknown")}
      </span>
    </Leg>
  );
}

function KnownEnd({ values }: { values: Forwarding }) {
  const t = useText();
  const typed = toValues(values, usePhoneFormat());
  const { name } = useDestination(typed);
  const plain = getDestination(typed);
  if (values.type === "empty") {
    return (
      <Leg isOpen>
        <span className={styles.end}>{t("forwarding.line.off")}</span>
      </Leg>
    );
  }
  return (
    <>
      {isCrm(values.type) && (
        <Leg>
          <span className={styles.end}>{t("forwarding.type", { type: values.type })}</span>
        </Leg>
      )}
      {plain !== undefined && (
        <Leg isOpen={isCrm(values.type)}>
          <span className={styles.end}>
            <span className="muted">{t("forwarding.type", { type: plain })}</span>{" "}
            <strong>{unbroken(name)}</strong>
          </span>
        </Leg>
      )}
    </>
  );
}

/** An arrow with its end, on one line; dashed where a call goes on only if need be, or not at all. */
function Leg({ isOpen = false, children }: { isOpen?: boolean; children: ReactNode }) {
  return (
    <span className={`row gap-8 ${styles.leg}`}>
      <svg className={styles.arrow} data-open={isOpen} viewBox="0 0 32 12" aria-hidden="true">
        <path d="M1 6h29" />
        <path d="M25 1l5 5-5 5" />
      </svg>
      {children}
    </span>
  );
}

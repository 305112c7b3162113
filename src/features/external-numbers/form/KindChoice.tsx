import { useId } from "react";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { describedBy, FieldError } from "#ui/form/Field.tsx";
import styles from "#ui/form/Field.module.css";
import { useText } from "#i18n/texts.ts";
import { KINDS } from "../view.ts";

interface Props {
  value: ConnectionType | undefined;
  /** The first of the choices, for the focus. */
  first: React.RefObject<HTMLInputElement | null>;
  onChange: (kind: ConnectionType) => void;
  /** A packed reason (see `issues.ts`). */
  error: string | undefined;
}

/** How a number is connected: by what one has from the other operator. Stands in the address. */
export function KindChoice({ value, first, onChange, error }: Props) {
  const t = useText();
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(id, error)}>
      <legend className={styles.label}>{t("externalForm.kind")}</legend>
      {KINDS.map((kind, index) => (
        <label key={kind} className={styles.radio}>
          <input
            ref={index === 0 ? first : undefined}
            type="radio"
            name={id}
            value={kind}
            checked={value === kind}
            onChange={() => onChange(kind)}
            autoFocus={index === 0 && value === undefined}
          />
          <span>
            {t(`external.kind.${kind}`)}{" "}
            <span className={styles.soft}>{t(`externalForm.kindHelp.${kind}`)}</span>
          </span>
        </label>
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

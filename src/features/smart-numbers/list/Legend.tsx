import { useState } from "react";
import { writeStored, readStored } from "#i18n/storage.ts";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { NumberRoleBadge } from "../NumberRoleBadge.tsx";
import styles from "./SmartPage.module.css";

const STORED = "pult.smartLegend";

/**
 * What X, B and A are, in a drawing. It claims no more than the provider's documents: X leads to B,
 * A is called the outgoing number. Open where there is nothing else to see (`teach`), unless the
 * user chose otherwise.
 */
export function Legend({ teach }: { teach: boolean }) {
  const t = useText();
  const [chosen, setChosen] = useState(() => readStored(STORED));
  const open = chosen === null ? teach : chosen === "open";
  return (
    <details
      className={`card ${styles.legend}`}
      open={open}
      onToggle={({ currentTarget }) => {
        // Also fires for toggles that the user did not make.
        if (currentTarget.open === open) return;
        const now = currentTarget.open ? "open" : "folded";
        writeStored(STORED, now);
        setChosen(now);
      }}
    >
      <summary className={`row gap-8 strong ${styles.summary}`}>
        <Icon name="down" size={16} />
        {t("smart.legend")}
      </summary>
      <ul className={styles.drawing}>
        <li className={styles.from}>
          <Part of="X" name={t("smart.x")} text={t("smart.xText")} />
          <span className={`muted caption unbroken ${styles.arrow}`}>
            {t("smart.leads")}
            <svg viewBox="0 0 48 12" width="48" height="12" aria-hidden="true">
              <path d="M1 6h45M41 1l5 5-5 5" />
            </svg>
          </span>
        </li>
        <li>
          <Part of="B" name={t("smart.b")} text={t("smart.bText")} />
        </li>
        <li>
          <Part of="A" name={t("smart.a")} text={t("smart.aText")} />
        </li>
      </ul>
    </details>
  );
}

function Part({ of, name, text }: { of: "A" | "B" | "X"; name: string; text: string }) {
  return (
    <div className={`${styles.part} ${styles[of]}`}>
      <p className="row gap-8 strong">
        <NumberRoleBadge of={of} /> {name}
      </p>
      <p className={`muted small ${styles.text}`}>{text}</p>
    </div>
  );
}

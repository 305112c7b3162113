import { useState } from "react";
import { usePhoneFormat } from "#common/phone.ts";
import { writeStored, readStored } from "#i18n/storage.ts";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { unbroken } from "#ui/unbroken.tsx";
import { NumberRoleBadge } from "../NumberRoleBadge.tsx";
import styles from "./SmartPage.module.css";

/** Nobody's. */
const EXAMPLE_X = "79000000001";
const EXAMPLE_B = "79000000002";

const STORED = "pult.smartLegend";

/**
 * What a smart number is for, in an example and a drawing. It claims no more than the provider's documents: X leads to B,
 * A is called the outgoing number. Open where there is nothing else to see (`teach`), unless the
 * user chose otherwise.
 */
export function Legend({ teach }: { teach: boolean }) {
  const t = useText();
  const phone = usePhoneFormat();
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
      <summary className={`row gap-8 strong ${styles.summary}`}>{t("smart.legend")}</summary>
      <p className={styles.example}>
        {unbroken(t("smart.example", { x: phone(EXAMPLE_X), b: phone(EXAMPLE_B) }))}
      </p>
      <ul className={styles.drawing}>
        <li className={styles.from}>
          <div className={styles.part}>
            <p className="row gap-8 strong">
              <Icon name="phone" size={16} /> {t("smart.client")}
            </p>
            <p className={`muted small ${styles.text}`}>{t("smart.clientText")}</p>
          </div>
          <Arrow text={t("smart.calls")} />
        </li>
        <li className={styles.from}>
          <Part of="X" name={t("smart.x")} text={t("smart.xText")} />
          <Arrow text={t("smart.leads")} />
        </li>
        <li>
          <Part of="B" name={t("smart.b")} text={t("smart.bText")} />
        </li>
        <li className={styles.aside}>
          <Part of="A" name={t("smart.a")} text={t("smart.aText")} />
        </li>
      </ul>
    </details>
  );
}

function Arrow({ text }: { text: string }) {
  return (
    <span className={`muted caption unbroken ${styles.arrow}`}>
      {text}
      <svg viewBox="0 0 48 12" width="48" height="12" aria-hidden="true">
        <path d="M1 6h45M41 1l5 5-5 5" />
      </svg>
    </span>
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

import { type ReactNode, useId } from "react";
import { type Control, useController } from "react-hook-form";
import { CRM_TYPES, type ForwardingType, isCrm } from "#api/forwarding.ts";
import { FieldError } from "#ui/form/Field.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Forwarding.module.css";
import type { ForwardingValues } from "./values.ts";

const GROUPS = [
  { group: "one", types: ["sip"] },
  { group: "many", types: ["group", "call_queue"] },
  { group: "outside", types: ["number", "sip_uri"] },
  { group: "rules", types: ["scenario"] },
  { group: "crm", types: CRM_TYPES },
] as const;
type Offered = (typeof GROUPS)[number]["types"][number];

interface Props<R> {
  control: Control<ForwardingValues, unknown, R>;
  onChoose: (type: ForwardingType) => void;
  /** The fields of the chosen type; they stand under it. */
  children: ReactNode;
}

/** Where calls can go: nine ways, all in sight, each explained; the tenth is a button of its own. */
export function TypesInput<R>({ control, onChoose, children }: Props<R>) {
  const t = useText();
  const id = useId();
  const { field, fieldState } = useController({ control, name: "type" });
  const error = fieldState.error?.message;
  const typeHelp = (type: Offered) =>
    isCrm(type)
      ? t("forwarding.typeHelp.crm", { crm: t("forwarding.type", { type }) })
      : t(`forwarding.typeHelp.${type}`);
  return (
    <fieldset
      className={styles.types}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className={styles.title}>{t("forwarding.where")}</legend>
      <FieldError id={id} error={error} />
      {GROUPS.map(({ group, types }, place) => (
        <div key={group} className={styles.group} role="group" aria-labelledby={`${id}-${group}`}>
          <h3 id={`${id}-${group}`}>{t(`forwarding.group.${group}`)}</h3>
          <div className={styles.cards}>
            {types.map((type, index) => (
              <div key={type} className={styles.card} data-chosen={field.value === type}>
                <label className={styles.choice}>
                  <input
                    type="radio"
                    name={id}
                    value={type}
                    checked={field.value === type}
                    onChange={() => onChoose(type)}
                    onBlur={field.onBlur}
                    ref={place === 0 && index === 0 ? field.ref : undefined}
                  />
                  <span>
                    {t("forwarding.type", { type })}{" "}
                    <span className={styles.soft}>{typeHelp(type)}</span>
                  </span>
                </label>
                {field.value === type && <div className={styles.fields}>{children}</div>}
              </div>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

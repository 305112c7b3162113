import { useId } from "react";
import { useText } from "#i18n/texts.ts";
import { Field } from "#ui/form/Field.tsx";
import styles from "./Handover.module.css";
import { SOURCES, type Target, TARGET_GROUPS } from "./targets.ts";

interface Props {
  target: Target;
  onChoose: (target: string) => void;
}

const GROUPS = ["person", "app", "phone"] as const;

/** To whom or what the account goes. */
export function TargetChoice({ target, onChoose }: Props) {
  const t = useText();
  const id = useId();
  return (
    <Field id={id} label={t("handover.target")} error={undefined}>
      <select
        id={id}
        className={styles.select}
        value={target}
        onChange={(event) => onChoose(event.target.value)}
      >
        {GROUPS.map((group) => (
          <optgroup key={group} label={t(`handover.group.${group}`)}>
            {TARGET_GROUPS[group].map((one) => (
              <option key={one} value={one}>
                {t(`handover.target.${one}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

/** How to use what was made, for which devices it is, and where the maker describes it. */
export function TargetHelp({ target }: { target: Exclude<Target, "card"> }) {
  const t = useText();
  const { name, address } = SOURCES[target];
  return (
    <div className="stack gap-8 small">
      <p>{t(`handover.how.${target}`)}</p>
      <p className="muted">
        {t("handover.untested", { family: t(`handover.family.${target}`) })} {t("handover.source")}{" "}
        <a href={address} target="_blank" rel="noreferrer" lang="en">
          {name}
        </a>
      </p>
    </div>
  );
}

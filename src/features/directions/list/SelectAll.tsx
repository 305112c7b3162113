import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useEffect, useRef } from "react";
import { canToggle, getCodeGroup } from "#domain/directions/model.ts";
import { useText } from "#i18n/texts.ts";
import { getTargetState } from "../draft/plan.ts";
import { useDraft } from "../draft/context.ts";
import { stageAll } from "../draft/stagedChanges.ts";
import styles from "./List.module.css";
import type { CountryRow } from "./view.ts";

/** Ticks all that the list shows, or unticks all when all are ticked. */
export function SelectAll({ rows }: { rows: readonly CountryRow[] }) {
  const t = useText();
  const { staged, sharing, setStaged } = useDraft();
  const box = useRef<HTMLInputElement>(null);
  const changeable = rows
    .map(({ country }) => country)
    .filter((country) => country.open !== undefined && canToggle(country, !country.open));
  const ticked = changeable.filter(
    (country) => getTargetState(country, sharing.get(getCodeGroup(country)) ?? [], staged) === true,
  ).length;
  const all = ticked > 0 && ticked === changeable.length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = ticked > 0 && !all;
  }, [ticked, all]);
  return (
    <label className={`row ${styles.checkArea}`}>
      <AdminsOnly>
        <input
          ref={box}
          type="checkbox"
          checked={all}
          disabled={changeable.length === 0}
          aria-label={t("directions.all")}
          onChange={() => setStaged((latest) => stageAll(latest, changeable, !all))}
        />
      </AdminsOnly>
      <span className={styles.allWords} aria-hidden="true">
        {t("directions.all")}
      </span>
    </label>
  );
}

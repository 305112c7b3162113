import { useWatch } from "react-hook-form";
import { useText } from "#i18n/texts.ts";
import { Hint } from "./Hint.tsx";
import { RowError, type RowProps, RowTools } from "./RowTools.tsx";
import styles from "./ScenarioForm.module.css";
import { SortableRow } from "./Sortable.tsx";

/** A step of a kind that no request can carry: it must be taken out on purpose. */
export function UnsupportedRow<R>({ type, ...row }: RowProps<R> & { type: string }) {
  const t = useText();
  const timeout = useWatch({ control: row.control, name: `phones.${row.index}.timeout` });
  const what = t("scenarioForm.foreign", { type, timeout });
  return (
    <SortableRow
      id={row.id}
      handle={t("scenarioForm.drag", { what })}
      head={
        <>
          <strong className={styles.what}>{what}</strong>
          <RowTools {...row} what={what} />
        </>
      }
    >
      <Hint>{t("scenarioForm.foreignText")}</Hint>
      <RowError {...row} />
    </SortableRow>
  );
}

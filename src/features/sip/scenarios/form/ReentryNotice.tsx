import type { ReactNode } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Notice } from "#ui/Notice.tsx";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./ScenarioForm.module.css";
import { countMissing, type Draft, type ScenarioValues } from "./values.ts";

interface Props<R> {
  form: UseFormReturn<ScenarioValues, unknown, R>;
  draft: Draft;
  kind: "edit" | "copy";
  /** Other ways on than giving it all again. */
  actions: ReactNode;
}

/** What the provider did not return, why it is asked for, and how much of it is still missing. */
export function ReentryNotice<R>({ form, draft, kind, actions }: Props<R>) {
  const t = useText();
  const locale = useLocale();
  // Renders again with every change of any field.
  useWatch({ control: form.control });
  const initial = countMissing(draft.values, draft.unknown);
  const now = countMissing(form.getValues(), draft.unknown);
  if (initial.total === 0 && now.total === 0) return null;
  const parts = draft.unknown.map((part) => t(`scenarioForm.part.${part}`));
  if (initial.phones > 0) parts.splice(1, 0, t("scenarioForm.part.phones", { n: initial.phones }));
  const values = { parts: new Intl.ListFormat(locale).format(parts) };
  return (
    <div className={styles.asked}>
      <Notice tone="attention">
        <strong>{t("scenarioForm.askedTitle")}</strong>{" "}
        {kind === "edit"
          ? t("scenarioForm.askedEdit", values)
          : t("scenarioForm.askedCopy", values)}
      </Notice>
      <div className={styles.choices}>
        <p role="status" className={styles.left}>
          {now.missing > 0
            ? t("scenarioForm.askedLeft", { missing: now.missing, total: now.total })
            : t("scenarioForm.askedDone")}
        </p>
        {actions}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { useSavedText } from "#common/memory/useSavedText.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { Notice } from "#ui/Notice.tsx";
import { useFormMemory } from "./memory.tsx";
import styles from "./ScenarioForm.module.css";
import { countMissing, type Part, type ScenarioValues } from "./schema.ts";

interface Props<R> {
  form: UseFormReturn<ScenarioValues, unknown, R>;
  /** Whether what Pult remembers could not be read in time. */
  isUnread: boolean;
  kind: "edit" | "copy";
  /** Alternatives to re-entering it all. */
  actions: ReactNode;
}

/**
 * What the provider did not return, and either how it was filled in from memory, or why it is
 * required and how much is still missing.
 */
export function ReentryNotice<R>({ form, isUnread, kind, actions }: Props<R>) {
  const t = useText();
  const { draft } = useFormMemory();
  // Renders on every change of any field.
  useWatch({ control: form.control });
  const initial = countMissing(draft.values, draft.unknown);
  const now = countMissing(form.getValues(), draft.unknown);
  if (initial.total === 0 && now.total === 0) return null;
  const isFilled = draft.saved !== undefined && initial.missing === 0;
  return (
    <div className="stack gap-8">
      {isFilled ? <FilledNotice /> : <AskedNotice kind={kind} isUnread={isUnread} />}
      <div className="row wrap gap-4-8">
        <p role="status" className={`strong tabular ${styles.left}`}>
          {now.missing > 0 &&
            t("scenarioForm.askedLeft", { missing: now.missing, total: now.total })}
          {now.missing === 0 && !isFilled && t("scenarioForm.askedDone")}
        </p>
        {actions}
      </div>
    </div>
  );
}

/** All that the provider did not return is filled in as it was saved. */
function FilledNotice() {
  const t = useText();
  const savedText = useSavedText();
  const { draft } = useFormMemory();
  const asked = draft.values.phones.filter((row) => row.asked).length;
  const parts = useParts(draft.unknown, asked);
  if (draft.saved === undefined) return null;
  const saved = savedText("saved", draft.saved);
  return (
    <Notice tone="note">
      <strong>{t("scenarioForm.filledTitle")}</strong> {t("scenarioForm.filled", { parts, saved })}
    </Notice>
  );
}

/** What the provider did not return must be given again; what is remembered is a click away. */
function AskedNotice({ kind, isUnread }: Pick<Props<unknown>, "kind" | "isUnread">) {
  const t = useText();
  const { draft, offer } = useFormMemory();
  const { values, unknown } = draft;
  const parts = useParts(
    unknown.filter((part) => values[part] === ""),
    countMissing(values, unknown).phones,
  );
  return (
    <Notice tone="attention">
      <strong>{t("scenarioForm.askedTitle")}</strong>{" "}
      {kind === "edit"
        ? t("scenarioForm.askedEdit", { parts })
        : t("scenarioForm.askedCopy", { parts })}
      {offer === undefined ? isUnread && ` ${t("scenarioForm.unreadMemory")}` : <OfferText />}
    </Notice>
  );
}

/** Why what is remembered was not filled in. */
function OfferText() {
  const t = useText();
  const savedText = useSavedText();
  const { draft, offer, isCurrent } = useFormMemory();
  if (offer === undefined) return null;
  const saved = savedText("saved", offer);
  if (draft.saved !== undefined) return ` ${t("scenarioForm.offerRest", { saved })}`;
  if (isCurrent) return ` ${t("scenarioForm.offerLate", { saved })}`;
  return ` ${t(offer.certain ? "scenarioForm.offerChanged" : "scenarioForm.offerUncertain", { saved })}`;
}

/** The parts that the provider did not return, as a list in a sentence. */
function useParts(unknown: readonly Part[], phones: number): string {
  const t = useText();
  const locale = useLocale();
  const parts = unknown.map((part) => t(`scenarioForm.part.${part}`));
  if (phones > 0) parts.splice(1, 0, t("scenarioForm.part.phones", { n: phones }));
  return new Intl.ListFormat(locale).format(parts);
}

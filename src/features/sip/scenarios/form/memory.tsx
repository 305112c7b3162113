import Button from "@mui/material/Button";
import { createContext, type ReactNode, useContext } from "react";
import type { FieldPath } from "react-hook-form";
import type { RememberedScenario } from "#api/remembered.ts";
import { type Saved, useSavedText } from "#common/memory/useSavedText.ts";
import { useText } from "#i18n/texts.ts";
import { unbroken } from "#ui/unbroken.tsx";
import { ReentryHint } from "./Hint.tsx";
import styles from "./ScenarioForm.module.css";
import type { Draft, Part, ScenarioValues } from "./schema.ts";

/** What Pult remembers of the scenario that a form is about. */
export interface FormMemory {
  draft: Draft;
  /** What is remembered, to be taken over field by field. */
  offer: RememberedScenario | undefined;
  /** Whether the provider's answer agrees with it: then it came too late to be filled in. */
  isCurrent: boolean;
  /** Sets fields and moves the focus to the first of them. */
  take: (values: Partial<Record<FieldPath<ScenarioValues>, string>>) => void;
}

const Context = createContext<FormMemory | undefined>(undefined);
export const FormMemoryProvider = Context.Provider;

export function useFormMemory(): FormMemory {
  const memory = useContext(Context);
  if (memory === undefined) throw new Error("There is no FormMemoryProvider.");
  return memory;
}

/** «Как сохранено 12 ноября»: marks a field that was filled in from memory. */
export function SavedMark({ saved }: { saved: Saved }) {
  return <span className="hint small">{useSavedText()("mark", saved)}</span>;
}

/**
 * Returns what a part that the provider does not return says of itself: that it is to be given, or
 * that it is as it was saved; undefined once it was changed.
 */
export function usePartHint(): (part: Part, value: string) => ReactNode {
  const { draft } = useFormMemory();
  return (part, value) => {
    if (!draft.unknown.includes(part)) return undefined;
    if (value.trim() === "") return <ReentryHint />;
    if (draft.saved === undefined || value !== draft.values[part]) return undefined;
    return <SavedMark saved={draft.saved} />;
  };
}

interface OfferProps {
  /** What the buttons are about. */
  label: string;
  choices: readonly { text: string; onTake: () => void }[];
}

/** Buttons that take remembered values over into an empty field. */
export function Offer({ label, choices }: OfferProps) {
  const t = useText();
  const savedText = useSavedText();
  const { offer } = useFormMemory();
  if (offer === undefined || choices.length === 0) return null;
  return (
    <div role="group" aria-label={label} className={`row wrap gap-4-8 ${styles.offer}`}>
      <span className="muted small">{savedText("mark", offer)}:</span>
      {choices.map(({ text, onTake }) => (
        <Button key={text} size="small" variant="outlined" onClick={onTake}>
          {unbroken(t("scenarioForm.take", { value: text }))}
        </Button>
      ))}
    </div>
  );
}

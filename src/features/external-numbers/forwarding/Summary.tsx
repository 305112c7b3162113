import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { Route } from "./Route.tsx";
import styles from "./Forwarding.module.css";
import { useForwardingText } from "./messages.ts";
import type { ForwardingForm } from "./useForwardingForm.ts";
import { useDestination } from "./useDestination.ts";
import { useSummary } from "./useSummary.ts";
import type { Target } from "./values.ts";

/** Milliseconds without a change after which the sentence is read out. */
const PAUSE_MS = 1000;

interface Props {
  form: ForwardingForm;
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
}

/** What saving will do. For the eye at once; for the ear when the hand rests. */
export function Summary({ form, target, number }: Props) {
  const t = useForwardingText();
  // Renders again with every change of any field.
  useWatch({ control: form.control });
  const values = form.getValues();
  const destination = useDestination(values);
  const sentence = useSummary(target, number, values, destination);
  const heard = useRested(sentence);
  return (
    <section className={styles.summary} aria-label={t("forwarding.sum.title")}>
      <h3 className={styles.title}>{t("forwarding.sum.title")}</h3>
      <p aria-hidden="true">{sentence}</p>
      <p role="status" className="visually-hidden">
        {heard}
      </p>
      <Route number={number} values={values} destination={destination} />
    </section>
  );
}

/** A text once it has not changed for a while. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { DebouncedLiveText } from "#ui/DebouncedLiveText.tsx";
import { useText } from "#i18n/texts.ts";
import { CallRoute } from "./CallRoute.tsx";
import styles from "./Forwarding.module.css";
import type { ForwardingForm } from "./useForwardingForm.ts";
import { useDestination } from "./useDestination.ts";
import { useSummary } from "./useSummary.ts";
import type { Target } from "./values.ts";

interface Props {
  form: ForwardingForm;
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  /** Is told where calls will go, as the end of a sentence. */
  onRouteText: (to: string) => void;
}

/** What saving will do. */
export function Summary({ form, target, number, onRouteText }: Props) {
  const t = useText();
  // Renders again with every change of any field.
  useWatch({ control: form.control });
  const values = form.getValues();
  const destination = useDestination(values);
  const sentence = useSummary(target, number, values, destination);
  useEffect(() => onRouteText(destination.to), [onRouteText, destination.to]);
  return (
    <section className={styles.summary} aria-label={t("forwarding.sum.title")}>
      <h3 className={styles.title}>{t("forwarding.sum.title")}</h3>
      <DebouncedLiveText text={sentence} />
      <CallRoute number={number} values={values} destination={destination} />
    </section>
  );
}

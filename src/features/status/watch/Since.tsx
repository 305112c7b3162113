import { useSyncExternalStore } from "react";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { subscribeClock } from "./clock.ts";
import type { Observation } from "./observe.ts";
import { observedNow } from "./observedNow.ts";
import { sinceText } from "./sinceText.ts";

interface Props {
  observation: Observation;
  /** Shows the source of the time too, not only in the tooltip. */
  long?: boolean;
  className?: string | undefined;
}

/** How long an account has had its state. Ticks by itself, without rendering its row. */
export function Since({ observation, long = false, className }: Props) {
  const t = useText();
  const formats = useFormats();
  // A string, so that a tick which does not change it renders nothing.
  const packed = useSyncExternalStore(subscribeClock, () => {
    const { short, text, long: all } = sinceText(observation, observedNow(observation), t, formats);
    return long ? all : `${short}\n${text}`;
  });
  if (long) return packed;
  const [short, text] = packed.split("\n");
  return (
    <span className={className} title={text}>
      {short}
      <span className="visually-hidden">, {text}</span>
    </span>
  );
}

import { useSyncExternalStore } from "react";
import { useFormats } from "#i18n/format.ts";
import { clockTime, subscribeClock } from "./clock.ts";
import { useWatchText } from "./messages.ts";
import { GAP_MS, type Sighting } from "./observe.ts";
import { lastSnapshotAt } from "./observer.ts";
import { sinceWords } from "./sinceText.ts";

interface Props {
  sighting: Sighting;
  /** Says also what it is known from, and not only to those who ask. */
  long?: boolean;
}

/** How long an account has been as it is. Ticks by itself; its row is not rendered for that. */
export function Since({ sighting, long = false }: Props) {
  const t = useWatchText();
  const formats = useFormats();
  // A text, so that a tick which changes none of its words renders nothing.
  const words = useSyncExternalStore(subscribeClock, () => {
    const { short, text, long: all } = sinceWords(sighting, timeSeen(sighting), t, formats);
    return long ? all : `${short}\n${text}`;
  });
  if (long) return words;
  const [short, text] = words.split("\n");
  return (
    <span title={text}>
      {short}
      <span className="visually-hidden">, {text}</span>
    </span>
  );
}

/** Now, as far as somebody looks: a span does not grow while the polls fail. */
function timeSeen({ since }: Sighting): number {
  const last = lastSnapshotAt();
  const now = clockTime();
  return Math.max(since, last === undefined ? now : Math.min(now, last + GAP_MS));
}

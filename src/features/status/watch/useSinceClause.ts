import { useSyncExternalStore } from "react";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { subscribeClock } from "./clock.ts";
import type { Observation } from "./observe.ts";
import { observedNow } from "./observedNow.ts";
import { sinceClause } from "./sinceClause.ts";

/** Since when, as a part of a sentence; renders again when its words change. */
export function useSinceClause(observation: Observation | undefined): string | undefined {
  const t = useText();
  const formats = useFormats();
  return useSyncExternalStore(
    subscribeClock,
    () => observation && sinceClause(observation, observedNow(observation), t, formats),
  );
}

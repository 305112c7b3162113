import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "#ui/lazyPart.tsx";

/** Code and texts of switches; names of where calls go come from pickers. */
export async function loadSwitches<T>(code: Promise<T>): Promise<T> {
  const [part] = await Promise.all([code, loadTexts("common/switches", "common/pickers")]);
  return part;
}

/** What is set until a moment. Loads after the page, which does not wait for it. */
export const Switches = lazyPart(
  async () => (await loadSwitches(import("./SwitchList.tsx"))).SwitchList,
  () => undefined,
);

export const CodeUntil = lazyPart(
  async () => (await loadSwitches(import("./CodeUntil.tsx"))).CodeUntil,
  () => undefined,
);

export const NumberTimer = lazyPart(
  async () => (await loadSwitches(import("./NumberTimer.tsx"))).NumberTimer,
  () => undefined,
);

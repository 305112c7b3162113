import type { Office } from "#sandbox/office.ts";
import { fillSandboxPast } from "./journal/sandboxPast.ts";
import { fillSandboxMemory } from "./memory/sandboxMemory.ts";
import type { Store } from "./store/store.ts";
import { fillSandboxHistory } from "./watch/sandboxHistory.ts";

/** Gives an office of the sandbox a made-up past, so that a first visit shows what Pult remembers. */
export async function fillSandboxOffice(store: Store, office: Office): Promise<void> {
  await fillSandboxPast(store, office);
  await fillSandboxMemory(store, office);
  await fillSandboxHistory(store, office);
}

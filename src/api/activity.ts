/** Milliseconds for which a person is taken to be there after they touched the page. */
const USED_FOR_MS = 60_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

let usedAt = -Infinity;

const note = () => {
  usedAt = Date.now();
};

/** From now on notices when a person uses the page. */
export function watchActivity(): void {
  for (const sign of SIGNS) addEventListener(sign, note, { capture: true, passive: true });
}

/** Whether a person has just used the page. */
export const isInUse = (): boolean => Date.now() - usedAt < USED_FOR_MS;

/**
 * To be run inside a page, as the last look at it: it moves the focus. The controls that have the
 * focus and lie wholly under something else then (WCAG 2.4.11), going down and going up, in words.
 */
export async function obscured(): Promise<string[]> {
  const CONTROLS =
    'a[href], button:enabled, input:enabled:not([type="hidden"]), select:enabled, ' +
    'textarea:enabled, summary, [tabindex="0"]';
  const dialogs = [...document.querySelectorAll('[role="dialog"]')];
  const scope = dialogs.at(-1) ?? document;
  const controls = [...scope.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest("[inert], [aria-hidden=true]") === null,
  );
  /** What one sees of a control that is itself hidden from the eye: its label. */
  const seen = (element: HTMLElement): Element =>
    element instanceof HTMLInputElement && element.getBoundingClientRect().width <= 1
      ? (element.labels?.[0] ?? element)
      : element;
  const isCovered = (element: HTMLElement) => {
    element.focus();
    if (document.activeElement !== element) return false;
    const shown = seen(element);
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const across = [left + 2, (left + right) / 2, right - 2];
    const down = [top + 2, (top + bottom) / 2, bottom - 2];
    return !across.some((x) =>
      down.some((y) => {
        const hit = document.elementFromPoint(x, y);
        if (hit === null) return false;
        return shown.contains(hit) || hit.contains(shown) || hit.closest("label") === shown;
      }),
    );
  };
  const twoFrames = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
      // A page that has nothing to paint may never give a frame.
      setTimeout(done, 1000);
    });
  const found: string[] = [];
  for (const element of [...controls, ...controls.toReversed()]) {
    if (!isCovered(element)) continue;
    // What the control before it had opened takes a moment to close.
    await twoFrames();
    if (isCovered(element)) {
      found.push(element.getAttribute("aria-label") ?? element.textContent ?? "");
    }
  }
  scrollTo(0, 0);
  return [...new Set(found)].map((name) => `has the focus and is covered: “${name.slice(0, 60)}”`);
}

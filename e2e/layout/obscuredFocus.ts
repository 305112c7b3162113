/**
 * Runs inside a page, as its last check, because it moves the focus. Returns the controls that are
 * completely covered while they have the focus (WCAG 2.4.11), tabbing forwards and backwards.
 */
export async function obscuredFocus(): Promise<string[]> {
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
  /** The control, or the label that represents a visually hidden one. */
  const visibleElement = (element: HTMLElement): Element =>
    element instanceof HTMLInputElement && element.getBoundingClientRect().width <= 1
      ? (element.labels?.[0] ?? element)
      : element;
  const isCovered = (element: HTMLElement) => {
    element.focus();
    if (document.activeElement !== element) return false;
    const visible = visibleElement(element);
    const { left, right, top, bottom } = visible.getBoundingClientRect();
    const across = [left + 2, (left + right) / 2, right - 2];
    const down = [top + 2, (top + bottom) / 2, bottom - 2];
    return !across.some((x) =>
      down.some((y) => {
        const hit = document.elementFromPoint(x, y);
        if (hit === null) return false;
        return visible.contains(hit) || hit.contains(visible) || hit.closest("label") === visible;
      }),
    );
  };
  const twoFrames = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
      // Without anything to paint there may be no frame.
      setTimeout(done, 1000);
    });
  const found: string[] = [];
  for (const element of [...controls, ...controls.toReversed()]) {
    if (!isCovered(element)) continue;
    // Something that the previous control opened may still be closing.
    await twoFrames();
    if (isCovered(element)) {
      found.push(element.getAttribute("aria-label") ?? element.textContent ?? "");
    }
  }
  scrollTo(0, 0);
  return [...new Set(found)].map((name) => `has the focus and is covered: “${name.slice(0, 60)}”`);
}

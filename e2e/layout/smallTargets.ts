/**
 * Runs inside a page. Returns the controls that are smaller than 24 × 24 px and closer to another
 * one than WCAG 2.5.8 allows. Links inside a sentence may be small.
 */
export function smallTargets(): string[] {
  const MIN = 24;
  const CONTROLS =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"], ' +
    '[role="option"], [role="button"], [role="link"], [role="checkbox"], [role="switch"]';

  /** Visually hidden, for screen readers only. */
  const isForReaders = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath === "inset(50%)" || isForReaders(element.parentElement));
  const isReachable = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[inert], [aria-hidden="true"]') === null &&
    !isForReaders(element.parentElement) &&
    !element.matches(":disabled");
  const isInSentence = (element: Element) =>
    getComputedStyle(element).display === "inline" &&
    (element.parentElement?.textContent?.trim() ?? "") !== element.textContent?.trim();
  /** The area in which a click reaches the control: itself or its label. */
  const clickArea = (element: Element): DOMRect => {
    const own = element.getBoundingClientRect();
    if (!(element instanceof HTMLInputElement) || !/^(checkbox|radio|file)$/.test(element.type)) {
      return own;
    }
    const labels = [...(element.labels ?? [])].map((label) => label.getBoundingClientRect());
    return [own, ...labels].toSorted((a, b) => b.height * b.width - a.height * a.width)[0] ?? own;
  };
  const targets = [...document.querySelectorAll(CONTROLS)]
    .filter(isReachable)
    .map((element) => ({ element, box: clickArea(element) }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  // Tolerates half a pixel of rounding.
  const isSmall = ({ box }: { box: DOMRect }) => Math.min(box.width, box.height) < MIN - 0.5;
  const center = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 });
  const tooNear = (box: DOMRect, other: { element: Element; box: DOMRect }) => {
    const a = center(box);
    const b = center(other.box);
    if (isSmall(other) && Math.hypot(a.x - b.x, a.y - b.y) < MIN) return true;
    const distanceOutside = (at: number, from: number, to: number) =>
      Math.max(from - at, 0, at - to);
    const { left, right, top, bottom } = other.box;
    return (
      Math.hypot(distanceOutside(a.x, left, right), distanceOutside(a.y, top, bottom)) < MIN / 2
    );
  };
  return targets
    .filter((target) => isSmall(target) && !isInSentence(target.element))
    .filter(({ element, box }) =>
      targets.some(
        (other) =>
          other.element !== element &&
          !other.element.contains(element) &&
          !element.contains(other.element) &&
          tooNear(box, other),
      ),
    )
    .map(({ element, box }) => {
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return `too small a target: ${element.tagName} “${name.slice(0, 40)}” of ${size}`;
    });
}

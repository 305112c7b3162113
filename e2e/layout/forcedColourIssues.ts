/**
 * Runs inside a page with forced colours, after a key press; moves the focus. Returns a description
 * of each issue: a control without a visible focus indicator, a selected element that looks
 * unselected, a drawing without contrast to its background.
 */
export function forcedColourIssues(): string[] {
  const CONTROLS =
    'a[href], button:enabled, input:enabled:not([type="hidden"]), select:enabled, ' +
    'textarea:enabled, summary, [tabindex="0"]';
  const SELECTED = 'a[aria-current="page"], [aria-pressed="true"], [aria-selected="true"]';
  const SHAPES = "svg :is(path, circle, rect, line, polyline, polygon, ellipse)";
  /** Contrast of graphics (WCAG 1.4.11). */
  const CONTRAST = 3;
  const found: string[] = [];
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}”`;
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('[inert], body > [aria-hidden="true"]') === null;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);

  /** Outline and borders of an element and its nearest ancestors, which forced colours keep. */
  const outlineAndBorders = (element: Element): string => {
    const around: Element[] = [element];
    for (let one = element.parentElement; one !== null && around.length < 4;) {
      around.push(one);
      one = one.parentElement;
    }
    const frame = element.parentElement?.querySelector("fieldset");
    if (frame) around.push(frame);
    return around
      .map((one) => {
        const { outline, outlineOffset, border } = getComputedStyle(one);
        // Ignores an invisible outline.
        const seen = /\bnone\b|rgba\(\d+, \d+, \d+, 0\)/.test(outline) ? "" : outline;
        return `${seen} ${outlineOffset} ${border}`;
      })
      .join("; ");
  };
  const dialogs = all('[role="dialog"]');
  const scope = dialogs.at(-1) ?? document.body;
  const focusedBefore = document.activeElement;
  for (const control of all(CONTROLS)) {
    if (!(control instanceof HTMLElement) || control.tabIndex < 0 || !scope.contains(control)) {
      continue;
    }
    (document.activeElement as HTMLElement | null)?.blur();
    const before = outlineAndBorders(control);
    control.focus();
    if (document.activeElement !== control) continue;
    if (outlineAndBorders(control) === before)
      found.push(`looks the same with the focus: ${name(control)}`);
  }
  if (focusedBefore instanceof HTMLElement) focusedBefore.focus();

  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** Relative luminance of a colour over the page background. */
  const luminance = (colour: string): number => {
    if (pixel === null) return 0;
    pixel.fillStyle = pageBackground;
    pixel.fillRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...pixel.getImageData(0, 0, 1, 1).data]
      .map((value) => value / 255)
      .map((value) => (value <= 0.04 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [less = 0, more = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const pageBackground = getComputedStyle(document.body).backgroundColor;

  for (const selected of all(SELECTED)) {
    const { backgroundColor, color } = getComputedStyle(selected);
    if (
      contrast(backgroundColor, pageBackground) < CONTRAST ||
      contrast(color, backgroundColor) < 4.5
    ) {
      found.push(`does not look selected: ${name(selected)}`);
    }
  }

  const backgroundBehind = (element: Element | null): string => {
    if (element === null) return pageBackground;
    const { backgroundColor } = getComputedStyle(element);
    return /, 0\)$|transparent/.test(backgroundColor)
      ? backgroundBehind(element.parentElement)
      : backgroundColor;
  };
  for (const drawing of all("svg")) {
    const background = backgroundBehind(drawing.parentElement);
    const isVisible = [...drawing.querySelectorAll(SHAPES)].some((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].some(
        (paint) => paint !== "none" && contrast(paint, background) >= CONTRAST,
      );
    });
    if (!isVisible)
      found.push(`a drawing is not visible: ${name(drawing.parentElement ?? drawing)}`);
  }
  return [...new Set(found)];
}

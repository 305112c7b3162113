/**
 * To be run inside a page on which a system imposes its colours, after a key: it moves the focus.
 * In words, what tells nothing there: a control that looks the same with the focus, what is chosen
 * and looks like the rest, a drawing that can't be told from the ground.
 */
export function vanished(): string[] {
  const CONTROLS =
    'a[href], button:enabled, input:enabled:not([type="hidden"]), select:enabled, ' +
    'textarea:enabled, summary, [tabindex="0"]';
  const CHOSEN = 'a[aria-current="page"], [aria-pressed="true"], [aria-selected="true"]';
  const SHAPES = "svg :is(path, circle, rect, line, polyline, polygon, ellipse)";
  /** Of large shapes (WCAG 1.4.11). */
  const CONTRAST = 3;
  const found: string[] = [];
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}”`;
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('[inert], body > [aria-hidden="true"]') === null;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);

  /** What is drawn around an element and those it fills, which the system leaves. */
  const edges = (element: Element): string => {
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
        // One that nobody sees is none.
        const seen = /\bnone\b|rgba\(\d+, \d+, \d+, 0\)/.test(outline) ? "" : outline;
        return `${seen} ${outlineOffset} ${border}`;
      })
      .join("; ");
  };
  const dialogs = all('[role="dialog"]');
  const scope = dialogs.at(-1) ?? document.body;
  const had = document.activeElement;
  for (const control of all(CONTROLS)) {
    if (!(control instanceof HTMLElement) || control.tabIndex < 0 || !scope.contains(control)) {
      continue;
    }
    (document.activeElement as HTMLElement | null)?.blur();
    const before = edges(control);
    control.focus();
    if (document.activeElement !== control) continue;
    if (edges(control) === before) found.push(`looks the same with the focus: ${name(control)}`);
  }
  if (had instanceof HTMLElement) had.focus();

  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** Relative luminance, over the ground. */
  const light = (colour: string): number => {
    if (pixel === null) return 0;
    pixel.fillStyle = ground;
    pixel.fillRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...pixel.getImageData(0, 0, 1, 1).data]
      .map((value) => value / 255)
      .map((value) => (value <= 0.04 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [less = 0, more = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const ground = getComputedStyle(document.body).backgroundColor;

  for (const chosen of all(CHOSEN)) {
    const { backgroundColor, color } = getComputedStyle(chosen);
    if (contrast(backgroundColor, ground) < CONTRAST || contrast(color, backgroundColor) < 4.5) {
      found.push(`does not look chosen: ${name(chosen)}`);
    }
  }

  const groundOf = (element: Element | null): string => {
    if (element === null) return ground;
    const { backgroundColor } = getComputedStyle(element);
    return /, 0\)$|transparent/.test(backgroundColor)
      ? groundOf(element.parentElement)
      : backgroundColor;
  };
  for (const drawing of all("svg")) {
    const under = groundOf(drawing.parentElement);
    const isSeen = [...drawing.querySelectorAll(SHAPES)].some((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].some((paint) => paint !== "none" && contrast(paint, under) >= CONTRAST);
    });
    if (!isSeen) found.push(`a drawing is not seen: ${name(drawing.parentElement ?? drawing)}`);
  }
  return [...new Set(found)];
}

/**
 * Runs inside a page. Returns a description of each layout issue: horizontal scrolling of the page
 * or a part, a number broken across lines, and text that is cut off without ellipsis and title,
 * overflows its control or the screen, or overlaps another control.
 */
export function layoutIssues(): string[] {
  const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
  const found: string[] = [];
  const describe = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 60)}”`;
  /** Visually hidden, for screen readers only. */
  const isForReaders = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath === "inset(50%)" || isForReaders(element.parentElement));
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('[inert], svg, option, body > [aria-hidden="true"]') === null &&
    !isForReaders(element);

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    found.push(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);
  }
  for (const element of document.querySelectorAll("body *")) {
    const { overflowX } = getComputedStyle(element);
    const scrolls = overflowX === "auto" || overflowX === "scroll";
    if (scrolls && element.scrollWidth > element.clientWidth + 1 && isShown(element)) {
      if (element instanceof HTMLTextAreaElement) continue;
      found.push(`scrolls sideways: ${describe(element)}`);
    }
  }

  /** The rectangles of a text, line by line. */
  const lineRects = (text: Text): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  /** Numbers (phones, times, dates, amounts) that are broken across lines. */
  const brokenNumbers = (text: Text): string[] =>
    [...text.data.matchAll(/\+?\d[\d\u00a0\u202f.,:-]*\d/g)]
      .filter(({ 0: number, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + number.length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        return number.length <= 24 && new Set(tops).size > 1;
      })
      .map(([number]) => number);
  const isTitled = (element: Element) => element.closest("[title]") !== null;
  const texts: { element: Element; lines: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const text = walker.currentNode as Text;
    const element = text.parentElement;
    if (element === null || text.data.trim() === "" || !isShown(element)) continue;
    if (element.getBoundingClientRect().width <= 1) continue;
    const lines = lineRects(text);
    if (lines.length > 0) texts.push({ element, lines });
    // With larger text a number may not fit into its column.
    if (root.hasAttribute("data-roomy")) continue;
    const broken = brokenNumbers(text).map(
      (number) => `broken number: ${number} in ${describe(element)}`,
    );
    found.push(...broken);
  }

  const intersect = (box: DOMRect, around: DOMRect): DOMRect => {
    const left = Math.max(box.left, around.left);
    const top = Math.max(box.top, around.top);
    const right = Math.max(left, Math.min(box.right, around.right));
    const bottom = Math.max(top, Math.min(box.bottom, around.bottom));
    return new DOMRect(left, top, right - left, bottom - top);
  };
  /** The part of a box that its scrolling or clipping ancestors leave visible. */
  const visiblePart = (box: DOMRect, element: Element): DOMRect => {
    let visible = box;
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      if (getComputedStyle(one).overflow === "visible") continue;
      visible = intersect(visible, one.getBoundingClientRect());
    }
    return visible;
  };
  const findLayer = (element: Element): Element | null => {
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { position } = getComputedStyle(one);
      if (position === "fixed" || position === "sticky") return one;
      if (one.getAttribute("role") === "listbox") return one;
    }
    return null;
  };
  const controls = [...document.querySelectorAll(CONTROLS)].filter(isShown).map((element) => ({
    element,
    box: visiblePart(element.getBoundingClientRect(), element),
    layer: findLayer(element),
  }));

  for (const text of texts) {
    const { element } = text;
    let { lines } = text;
    // Content below the fold of a scroll container is not cut off.
    let isScrolled = false;
    let clip: Element | null = element;
    for (; clip !== null && clip !== document.body; clip = clip.parentElement) {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(clip);
      if (overflowY === "auto" || overflowY === "scroll") isScrolled = true;
      const box = clip.getBoundingClientRect();
      const hides = (value: string) => value === "hidden" || value === "clip";
      const wide =
        hides(overflowX) &&
        lines.some((line) => line.right > box.right + 1 || line.left < box.left - 1);
      const high =
        !isScrolled && hides(overflowY) && lines.some((line) => line.bottom > box.bottom + 3);
      if (!wide && !high) continue;
      const isEllipsis = textOverflow === "ellipsis" || webkitLineClamp !== "none";
      if (isEllipsis && isTitled(element)) {
        // Only the part inside the box is visible.
        lines = lines.map((line) => intersect(line, box));
        continue;
      }
      found.push(`cut: ${describe(element)} in ${describe(clip)}`);
      break;
    }
    const control = element.closest("a[href], button, summary");
    if (
      control !== null &&
      getComputedStyle(control).display !== "inline" &&
      clip === document.body
    ) {
      const box = control.getBoundingClientRect();
      const out = lines.some(
        ({ left, right, top, bottom }) =>
          left < box.left - 1 ||
          right > box.right + 1 ||
          top < box.top - 2 ||
          bottom > box.bottom + 2,
      );
      if (out) found.push(`sticks out of its control: ${describe(element)}`);
    }
    if (clip !== document.body) continue;
    if (
      lines.some(({ left, right, bottom }) => bottom > 0 && (left < -1 || right > innerWidth + 1))
    ) {
      found.push(`leaves the screen: ${describe(element)}`);
    }
    const layer = findLayer(element);
    const visible = lines.map((line) => visiblePart(line, element));
    for (const other of controls) {
      if (other.layer !== layer || other.element.contains(element)) continue;
      if (element.contains(other.element) || isLabelOf(element, other.element)) continue;
      const over = visible.some(
        (line) =>
          Math.min(line.right, other.box.right) - Math.max(line.left, other.box.left) > 2 &&
          Math.min(line.bottom, other.box.bottom) - Math.max(line.top, other.box.top) > 4,
      );
      if (over) found.push(`${describe(element)} lies on ${describe(other.element)}`);
    }
  }
  return [...new Set(found)];

  function isLabelOf(element: Element, control: Element): boolean {
    return element.closest("label, fieldset legend")?.contains(control) ?? false;
  }
}

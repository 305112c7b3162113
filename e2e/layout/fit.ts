/**
 * To be run inside a page. What does not fit, in words: a page or a part of it that scrolls
 * sideways, a number that is broken across lines, a text that is cut without an ellipsis and a
 * title, that sticks out of its control or of the screen, or that another control lies on.
 */
export function misfits(): string[] {
  const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
  const found: string[] = [];
  const words = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 60)}”`;
  /** Hidden from the eye, and there for readers. */
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
      found.push(`scrolls sideways: ${words(element)}`);
    }
  }

  /** Where the letters are, line by line. */
  const linesOf = (text: Text): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  /** Numbers that a line ends within: those of phones, times, dates, amounts. */
  const brokenIn = (text: Text): string[] =>
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
    const lines = linesOf(text);
    if (lines.length > 0) texts.push({ element, lines });
    // Of larger text a whole number may not fit into its column.
    if (root.hasAttribute("data-roomy")) continue;
    const broken = brokenIn(text).map((number) => `broken number: ${number} in ${words(element)}`);
    found.push(...broken);
  }

  const within = (box: DOMRect, around: DOMRect): DOMRect => {
    const left = Math.max(box.left, around.left);
    const top = Math.max(box.top, around.top);
    const right = Math.max(left, Math.min(box.right, around.right));
    const bottom = Math.max(top, Math.min(box.bottom, around.bottom));
    return new DOMRect(left, top, right - left, bottom - top);
  };
  /** What one sees of a box: a part that scrolls or hides shows no more than its own. */
  const seenOf = (box: DOMRect, element: Element): DOMRect => {
    let seen = box;
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      if (getComputedStyle(one).overflow === "visible") continue;
      seen = within(seen, one.getBoundingClientRect());
    }
    return seen;
  };
  const layerOf = (element: Element): Element | null => {
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { position } = getComputedStyle(one);
      if (position === "fixed" || position === "sticky") return one;
      if (one.getAttribute("role") === "listbox") return one;
    }
    return null;
  };
  const controls = [...document.querySelectorAll(CONTROLS)].filter(isShown).map((element) => ({
    element,
    box: seenOf(element.getBoundingClientRect(), element),
    layer: layerOf(element),
  }));

  for (const text of texts) {
    const { element } = text;
    let { lines } = text;
    // What is in a part that scrolls up and down, or under it, is not cut.
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
        // What one sees of it ends where its box does.
        lines = lines.map((line) => within(line, box));
        continue;
      }
      found.push(`cut: ${words(element)} in ${words(clip)}`);
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
      if (out) found.push(`sticks out of its control: ${words(element)}`);
    }
    if (clip !== document.body) continue;
    if (
      lines.some(({ left, right, bottom }) => bottom > 0 && (left < -1 || right > innerWidth + 1))
    ) {
      found.push(`leaves the screen: ${words(element)}`);
    }
    const layer = layerOf(element);
    const seen = lines.map((line) => seenOf(line, element));
    for (const other of controls) {
      if (other.layer !== layer || other.element.contains(element)) continue;
      if (element.contains(other.element) || isLabelOf(element, other.element)) continue;
      const over = seen.some(
        (line) =>
          Math.min(line.right, other.box.right) - Math.max(line.left, other.box.left) > 2 &&
          Math.min(line.bottom, other.box.bottom) - Math.max(line.top, other.box.top) > 4,
      );
      if (over) found.push(`${words(element)} lies on ${words(other.element)}`);
    }
  }
  return [...new Set(found)];

  function isLabelOf(element: Element, control: Element): boolean {
    return element.closest("label, fieldset legend")?.contains(control) ?? false;
  }
}

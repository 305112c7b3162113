/** Without anybody's doing a line of the probe is this many times as high as its letters. */
const USUAL_LINE = 1.2;

/**
 * Marks the page with `data-roomy` while its text takes more room than it was drawn for: a person
 * set a larger font in the browser, or spaces letters and lines (WCAG 1.4.12). No query of CSS tells
 * of that; where text is kept to a line or to a share of a tile, styles then give it more.
 */
export function watchTextScale(): void {
  const probe = document.createElement("div");
  probe.ariaHidden = "true";
  probe.textContent = "n n";
  probe.style.cssText = `position: fixed; inset: 0 auto auto 0; visibility: hidden; font-size: 1rem; line-height: ${USUAL_LINE}`;
  document.body.append(probe);
  const judge = () => {
    const { fontSize, lineHeight, letterSpacing } = getComputedStyle(probe);
    const size = parseFloat(fontSize);
    const isSpaced = parseFloat(lineHeight) / size > USUAL_LINE + 0.1;
    const isWide = parseFloat(letterSpacing) > 0;
    document.documentElement.toggleAttribute("data-roomy", size > 16 || isSpaced || isWide);
  };
  new ResizeObserver(judge).observe(probe);
}

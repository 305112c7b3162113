/** The probe's own line height, without user styles. */
const DEFAULT_LINE_HEIGHT = 1.2;

/**
 * Sets `data-roomy` on the page while its text takes more space than designed: the user set a larger
 * font, or spaces letters and lines (WCAG 1.4.12). CSS can't query that; styles that clip text use
 * it to give the text more space.
 */
export function watchTextScale(): void {
  const probe = document.createElement("div");
  probe.ariaHidden = "true";
  probe.textContent = "n n";
  probe.style.cssText = `position: fixed; inset: 0 auto auto 0; visibility: hidden; font-size: 1rem; line-height: ${DEFAULT_LINE_HEIGHT}`;
  document.body.append(probe);
  const update = () => {
    const { fontSize, lineHeight, letterSpacing } = getComputedStyle(probe);
    const size = parseFloat(fontSize);
    const isSpaced = parseFloat(lineHeight) / size > DEFAULT_LINE_HEIGHT + 0.1;
    const isWide = parseFloat(letterSpacing) > 0;
    document.documentElement.toggleAttribute("data-roomy", size > 16 || isSpaced || isWide);
  };
  new ResizeObserver(update).observe(probe);
}

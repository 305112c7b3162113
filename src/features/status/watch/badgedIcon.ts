/**
 * `public/favicon.svg` without its frame, inlined: an icon in a data URL can't load another file.
 */
export const ICON =
  '<rect width="32" height="32" rx="8" fill="#0b6370"/><circle cx="11" cy="11" r="3.5" fill="#fff"/><circle cx="21" cy="11" r="3.5" fill="none" stroke="#fff" stroke-width="2"/><circle cx="11" cy="21" r="3.5" fill="#fff"/><circle cx="21" cy="21" r="3.5" fill="#fff"/>';

/** The app's icon with a number over it, as a data URL; 100 and more are «99+». */
export function badgedIcon(count: number): string {
  const text = count > 99 ? "99+" : String(count);
  const width = [20, 26, 32][text.length - 1] ?? 32;
  const left = 32 - width;
  const badge =
    `<rect x="${left}" y="12" width="${width}" height="20" rx="8" fill="#c3303a"/>` +
    `<text x="${left + width / 2}" y="28" text-anchor="middle" font-family="sans-serif"` +
    ` font-size="${text.length === 3 ? 15 : 18}" font-weight="700" fill="#fff">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ICON}${badge}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** In the order in which they have to be looked for: most call themselves Chrome or Safari as well. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const find = (names: readonly [RegExp, string][], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/** «Firefox, Windows» out of what a browser calls itself; undefined where that tells nothing. */
export function browserName(userAgent: string): string | undefined {
  const names = [find(BROWSERS, userAgent), find(SYSTEMS, userAgent)];
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join(", ");
}

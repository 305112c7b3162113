import { readFileSync } from "node:fs";

/** The oldest supported browsers, as in README, by their names in MDN's data. */
export const OLDEST_BROWSERS = {
  chrome: 109,
  edge: 109,
  firefox: 115,
  safari: 16.4,
  safari_ios: 16.4,
} as const;

interface Support {
  version_added?: string | boolean | null;
  flags?: unknown;
}
interface Feature {
  __compat?: { support: Record<string, Support | Support[]> };
  [name: string]: unknown;
}

/** Whether all of the oldest browsers support a feature. */
function isSupported({ support }: NonNullable<Feature["__compat"]>): boolean {
  return Object.entries(OLDEST_BROWSERS).every(([browser, version]) => {
    const all = [support[browser] ?? []].flat();
    return all.some(({ version_added: added, flags }) => {
      if (flags !== undefined) return false;
      return (
        added === true ||
        (typeof added === "string" && Number(/[\d.]+/.exec(added)?.[0]) <= version)
      );
    });
  });
}

const SINGLES: Readonly<Record<string, string>> = {
  Navigator: "navigator",
  Document: "document",
  Crypto: "crypto",
};

const children = (feature: Feature | undefined): [string, Feature][] =>
  Object.entries(feature ?? {}).filter(
    (entry): entry is [string, Feature] =>
      entry[0] !== "__compat" && typeof entry[1] === "object" && entry[1] !== null,
  );

/**
 * Features that some of the oldest browsers lack, as they are written in code: `.toSorted(`,
 * `AbortSignal.any`, `navigator.gpu`, `new URLPattern`. Leaves out methods whose name also belongs
 * to something older (`with`, `size`), because code does not show which one is meant.
 */
export function listUnsupportedFeatures(): readonly string[] {
  const url = import.meta.resolve("@mdn/browser-compat-data");
  const data = JSON.parse(readFileSync(new URL(url), "utf8")) as Record<string, Feature>;
  const builtins = children(data["javascript"]?.["builtins"] as Feature);
  const api = children(data["api"]);
  const supportedNames = new Set<string>();
  const unsupported: string[] = [];
  for (const [owner, feature] of [...builtins, ...api]) {
    for (const [key, member] of children(feature)) {
      if (member.__compat === undefined || !/^[a-zA-Z]+(_static)?$/.test(key)) continue;
      const [name = "", kind] = key.split("_");
      const place = kind === "static" ? owner : SINGLES[owner];
      if (isSupported(member.__compat)) supportedNames.add(name);
      else if (place !== undefined) unsupported.push(`${place}.${name}`);
    }
  }
  for (const [owner, feature] of [...builtins, ...api]) {
    if (feature.__compat && !isSupported(feature.__compat)) unsupported.push(`new ${owner}`);
  }
  for (const [, feature] of builtins) {
    for (const [name, member] of children(feature)) {
      const isMethod = /^[a-z][a-zA-Z]+$/.test(name) && member.__compat !== undefined;
      if (isMethod && !supportedNames.has(name)) unsupported.push(`.${name}(`);
    }
  }
  return unsupported;
}

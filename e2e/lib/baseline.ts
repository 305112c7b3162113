import { readFileSync } from "node:fs";

/** The oldest browsers that are supported, as README names them; by their names in MDN's data. */
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

/** Whether each of the oldest browsers has a feature. */
function isOldEnough({ support }: NonNullable<Feature["__compat"]>): boolean {
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
 * What JavaScript and browsers have that not all of the oldest ones have, as it is written in
 * code: `.toSorted(`, `AbortSignal.any`, `navigator.gpu`, `new URLPattern`. A method whose name
 * stands for something older as well (`with`, `size`) is left out: whose it is, can't be seen.
 */
export function newerThanOldest(): readonly string[] {
  const url = import.meta.resolve("@mdn/browser-compat-data");
  const data = JSON.parse(readFileSync(new URL(url), "utf8")) as Record<string, Feature>;
  const builtins = children(data["javascript"]?.["builtins"] as Feature);
  const api = children(data["api"]);
  const older = new Set<string>();
  const newer: string[] = [];
  for (const [owner, feature] of [...builtins, ...api]) {
    for (const [key, member] of children(feature)) {
      if (member.__compat === undefined || !/^[a-zA-Z]+(_static)?$/.test(key)) continue;
      const [name = "", kind] = key.split("_");
      const place = kind === "static" ? owner : SINGLES[owner];
      if (isOldEnough(member.__compat)) older.add(name);
      else if (place !== undefined) newer.push(`${place}.${name}`);
    }
  }
  for (const [owner, feature] of [...builtins, ...api]) {
    if (feature.__compat && !isOldEnough(feature.__compat)) newer.push(`new ${owner}`);
  }
  for (const [, feature] of builtins) {
    for (const [name, member] of children(feature)) {
      const isMethod = /^[a-z][a-zA-Z]+$/.test(name) && member.__compat !== undefined;
      if (isMethod && !older.has(name)) newer.push(`.${name}(`);
    }
  }
  return newer;
}

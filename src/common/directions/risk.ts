import { RISK_SOURCES, type RiskKind, RISKS, type RiskSource } from "./riskList.ts";

export type { RiskKind, RiskSource };

export interface Risk {
  /** Its words are `risk.<kind>` (the mark) and `risk.<kind>Why` (see the feature). */
  kind: RiskKind;
  sources: readonly RiskSource[];
}

/**
 * What is known against calls to a country; undefined when nothing is. Of countries that share a
 * dial code (`1`) only those that are marked themselves, told by their English name. Takes the
 * digits of a whole number as `code` too.
 */
export function riskOf(country: { code: string; englishName?: string }): Risk | undefined {
  const { code } = country;
  const english = country.englishName?.toLowerCase() ?? "";
  const entry = RISKS.find(
    (each) =>
      code.startsWith(each.code) ||
      (code !== "" && each.code.startsWith(code) && each.english?.test(english) === true),
  );
  if (entry === undefined) return undefined;
  return { kind: entry.kind, sources: entry.sources.map((source) => RISK_SOURCES[source]) };
}

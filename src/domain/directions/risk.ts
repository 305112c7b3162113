import { RISK_SOURCES, type RiskKind, RISKS, type RiskSource } from "./riskList.ts";

export type { RiskKind, RiskSource };

export interface Risk {
  /** Its texts are `risk.<kind>` (the label) and `risk.<kind>Why` (see the feature). */
  kind: RiskKind;
  sources: readonly RiskSource[];
}

/**
 * The known risk of calls to a country; undefined when there is none. Countries that share a dial
 * code (`1`) are distinguished by their English name. `code` may also be the digits of a complete
 * number.
 */
export function findRisk(country: { code: string; englishName?: string }): Risk | undefined {
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

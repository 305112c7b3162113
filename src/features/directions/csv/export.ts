import { type CsvSeparator, csvText } from "#lib/csv.ts";
import type { Country } from "#domain/directions/model.ts";

/** Column titles, as the import recognizes them in either language. */
export interface ExportTexts {
  header: Record<"code" | "name" | "english" | "id", string>;
  separator: CsvSeparator;
}

/** All countries that are open as CSV, by dial code. */
export function openCsv(countries: readonly Country[], words: ExportTexts): string {
  const { code, name, english, id } = words.header;
  const open = countries.filter((country) => country.open);
  const rows = open
    .sort((one, other) => Number(one.code) - Number(other.code))
    .map((country) => [
      country.code,
      country.name,
      country.englishName,
      // Empty for countries that only operation 23 returns.
      String(country.directionId ?? ""),
    ]);
  return csvText([[code, name, english, id], ...rows], words.separator);
}

import type { SipRow } from "#domain/sip/rows.ts";
import { type CsvSeparator, csvText } from "#lib/csv.ts";

/** Column titles, as the import recognizes them in either language, and the names of the states. */
export interface ExportTexts {
  header: Record<"id" | "extension" | "name" | "role" | "callerId" | "state" | "scenario", string>;
  state: (state: SipRow["state"]) => string;
  separator: CsvSeparator;
}

/** Accounts as CSV, in their order: what the list shows of them, with their ids; no passwords. */
export function accountsCsv(rows: readonly SipRow[], words: ExportTexts): string {
  const { id, extension, name, role, callerId, state, scenario } = words.header;
  const lines = rows.map((row) => [
    String(row.id),
    String(row.extension),
    row.name,
    row.role,
    row.callerId === undefined ? "" : `+${row.callerId}`,
    words.state(row.state),
    row.scenario?.name ?? "",
  ]);
  return csvText(
    [[id, extension, name, role, callerId, state, scenario], ...lines],
    words.separator,
  );
}

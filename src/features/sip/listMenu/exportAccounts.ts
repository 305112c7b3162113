import type { QueryClient } from "@tanstack/react-query";
import { accountsQuery, statusesQuery } from "#domain/sip/queries.ts";
import { createRowJoiner } from "#domain/sip/rows.ts";
import { getCachedRoles } from "#domain/sip/useSipRows.ts";
import { loadTexts, text } from "#i18n/texts.ts";
import { type CsvSeparator, downloadCsv } from "#lib/csv.ts";
import { toast } from "#ui/toasts.ts";
import { sipView } from "../view.ts";

/**
 * Saves as CSV what the list shows at an address, in its order. It is read from the cache when it is
 * asked for, so that nothing renders with the list's polls. Says so where not all of it is there.
 */
export async function exportAccounts(
  client: QueryClient,
  search: string,
  separator: CsvSeparator,
): Promise<void> {
  const accounts = client.getQueryData(accountsQuery().queryKey);
  if (accounts?.complete !== true) {
    toast("error", text("sipMenu.notLoaded"));
    return;
  }
  const statuses = client.getQueryData(statusesQuery().queryKey)?.items ?? [];
  const rows = createRowJoiner()(accounts.items, statuses, getCachedRoles(client));
  const shown = sipView.apply(rows, sipView.read(new URLSearchParams(search)));
  try {
    const [{ accountsCsv }] = await Promise.all([
      import("../import/exportCsv.ts"),
      loadTexts("features/sip/import"),
    ]);
    const csv = accountsCsv(shown, {
      header: {
        id: text("accountList.column.id"),
        extension: text("accountList.column.extension"),
        name: text("accountList.column.name"),
        role: text("accountList.column.role"),
        callerId: text("accountList.column.callerId"),
        state: text("accountList.column.state"),
        scenario: text("accountList.column.scenario"),
      },
      state: (state) => text(`status.${state}`),
      separator,
    });
    downloadCsv(csv, `pult-accounts-${today()}.csv`);
  } catch {
    toast("error", text("sipMenu.exportFailed"));
    return;
  }
  const unread = accounts.invalidRows.length;
  if (unread > 0 || accounts.truncated) toast("error", text("sipMenu.exportedPart"));
  else toast("success", text("sipMenu.exported", { n: shown.length }));
}

/** This browser's date, as `2026-11-21`. */
function today(): string {
  return new Intl.DateTimeFormat("sv").format(new Date());
}

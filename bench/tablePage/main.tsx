import "#ui/base.css";
import "#ui/primitives.css";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { createMemoryRouter } from "react-router";
import { Providers } from "#app/Providers.tsx";
import { createQueryClient } from "#app/queryClient.ts";
import { useColumns } from "#features/sip/list/columns.tsx";
import { createRowJoiner, type SipRow } from "#domain/sip/rows.ts";
import { sipView } from "#features/sip/view.ts";
import { startLocale } from "#i18n/messages.ts";
import { loadTexts } from "#i18n/texts.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { makeAccounts, makeStatuses } from "./accounts.ts";

export interface Plan {
  /** Numbers of rows to compare. */
  few: number;
  many: number;
  warmUp: number;
  runs: number;
}

export interface Comparison {
  /** Milliseconds of each run, from the first render to the finished layout. */
  few: number[];
  many: number[];
  /** The most DOM elements of the table with many rows. */
  nodes: number;
}

/** How long the windowing code may take to load. */
const WINDOWING_MS = 5000;

const view = sipView.read(new URLSearchParams());

function Table({ rows }: { rows: readonly SipRow[] }) {
  const columns = useColumns(undefined, true);
  return (
    <DataTable
      label="SIP"
      columns={columns}
      rows={rows}
      rowHeight={44}
      sort={view.sort}
      onSort={() => undefined}
      onOpen={() => undefined}
    />
  );
}

/** Joined and sorted like on the page; built once, so that no run pays for garbage collection. */
function buildRows(count: number): readonly SipRow[] {
  const accounts = makeAccounts(count);
  return sipView.apply(createRowJoiner()(accounts, makeStatuses(accounts), new Map()), view);
}

/** Mounts the real table, measures until the layout is done, and unmounts it. */
function mount(rows: readonly SipRow[]): { milliseconds: number; nodes: number } {
  const host = document.getElementById("root") ?? document.body;
  const router = createMemoryRouter([{ path: "*", element: <Table rows={rows} /> }]);
  const client = createQueryClient();
  const root = createRoot(host);
  const start = performance.now();
  flushSync(() => root.render(<Providers client={client} router={router} />));
  // Reading a size forces the layout.
  const shown = host.querySelectorAll("[data-row]").length > 0 && document.body.offsetHeight > 0;
  const milliseconds = performance.now() - start;
  if (!shown) throw new Error("The table shows no rows");
  const nodes = host.querySelectorAll("table *").length;
  root.unmount();
  return { milliseconds, nodes };
}

/** Waits for the windowing code, which loads with the first long table. */
async function loadWindowing(rows: readonly SipRow[]): Promise<void> {
  const unwindowed = mount(rows).nodes;
  const deadline = performance.now() + WINDOWING_MS;
  while (mount(rows).nodes === unwindowed && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Interleaved in one page, so that other load on the machine affects both alike. */
async function compare({ few, many, warmUp, runs }: Plan): Promise<Comparison> {
  const result: Comparison = { few: [], many: [], nodes: 0 };
  const [fewRows, manyRows] = [buildRows(few), buildRows(many)];
  await loadWindowing(manyRows);
  for (let run = 0; run < warmUp + runs; run++) {
    const first = mount(fewRows);
    const second = mount(manyRows);
    if (run < warmUp) continue;
    result.few.push(first.milliseconds);
    result.many.push(second.milliseconds);
    result.nodes = Math.max(result.nodes, second.nodes);
  }
  return result;
}

declare global {
  var bench: { compare: typeof compare };
}

startLocale("ru");
await loadTexts("app", "common", "features/sip", "ui");
globalThis.bench = { compare };

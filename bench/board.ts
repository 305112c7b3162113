import { median } from "../scripts/lib/chunks.ts";
import type { Cost } from "./boardPage/main.tsx";
import { inBrowser } from "./browserPage.ts";
import { report } from "./report.ts";

const PLAN = { accounts: 5_000, looks: 9 };
const FEW = 500;
/** The most that a look at ten times as many accounts may take, as a multiple. */
const MOST_RATIO = 15;

/** Puts the profiled row in the place of the real one, and React with its Profiler. */
const profiled = {
  plugins: [
    {
      name: "profiled-row",
      enforce: "pre" as const,
      resolveId: (source: string, importer = "") =>
        source === "./DataRow.tsx" && importer.endsWith("/DataTable.tsx")
          ? new URL("boardPage/ProfiledRow.tsx", import.meta.url).pathname
          : undefined,
    },
  ],
  alias: { "react-dom/client": "react-dom/profiling" },
};

const most = (costs: readonly Cost[], of: keyof Cost) => Math.max(...costs.map((cost) => cost[of]));

/** Lets the real status page look again and again, and counts what React does. */
export async function benchBoard(): Promise<void> {
  const many = await costsOf(PLAN.accounts);
  const few = await costsOf(FEW);
  report(
    most(many.same, "commits") === 0,
    `Board of ${PLAN.accounts}, a look that changed nothing: ` +
      `${most(many.same, "commits")} commits (none; ${PLAN.looks} looks)`,
  );
  report(
    most(many.changed, "rows") === 1,
    `Board of ${PLAN.accounts}, a look that changed one account: ` +
      `${most(many.changed, "rows")} row rendered (exactly 1; ` +
      `${most(many.changed, "commits")} commits: its state, then since when)`,
  );
  const took = (costs: typeof many) => median(costs.same.map(({ tookMs }) => tookMs));
  const ratio = took(many) / took(few);
  report(
    ratio <= MOST_RATIO,
    `A look at ${PLAN.accounts} accounts against ${FEW}: ${ratio.toFixed(1)} × ` +
      `(at most ${MOST_RATIO}; medians ${took(many).toFixed(0)} and ${took(few).toFixed(0)} ms)`,
  );
}

async function costsOf(accounts: number) {
  let costs: { same: Cost[]; changed: Cost[] } = { same: [], changed: [] };
  await inBrowser(
    "boardPage",
    async (page) => {
      costs = await page.evaluate((plan) => boardBench.run(plan), { ...PLAN, accounts });
    },
    profiled,
  );
  return costs;
}

import { median } from "../scripts/lib/chunks.ts";
import type { PollCost } from "./boardPage/main.tsx";
import { withBenchPage } from "./browserPage.ts";
import { report } from "./report.ts";

const PLAN = { accounts: 5_000, polls: 9 };
const FEW = 500;
/** The most that a poll of ten times as many accounts may take, as a multiple. */
const MAX_RATIO = 15;

/** Replaces the real row by the profiled one, and React by its profiling build. */
const profiledOptions = {
  plugins: [
    {
      name: "profiled-row",
      enforce: "pre" as const,
      resolveId: (source: string, importer = "") =>
        source === "./DataRow.tsx" && importer.endsWith("/TableFrame.tsx")
          ? new URL("boardPage/ProfiledRow.tsx", import.meta.url).pathname
          : undefined,
    },
  ],
  alias: { "react-dom/client": "react-dom/profiling" },
};

const maxOf = (costs: readonly PollCost[], key: keyof PollCost) =>
  Math.max(...costs.map((cost) => cost[key]));

/** Lets the real status page poll repeatedly, and counts React's commits and renders. */
export async function benchBoard(): Promise<void> {
  const many = await measurePolls(PLAN.accounts);
  const few = await measurePolls(FEW);
  report(
    maxOf(many.same, "commits") === 0,
    `Board of ${PLAN.accounts}, a poll that changed nothing: ` +
      `${maxOf(many.same, "commits")} commits (none; ${PLAN.polls} polls)`,
  );
  report(
    maxOf(many.changed, "rows") === 1,
    `Board of ${PLAN.accounts}, a poll that changed one account: ` +
      `${maxOf(many.changed, "rows")} row rendered (exactly 1; ` +
      `${maxOf(many.changed, "commits")} commits: its state, then since when)`,
  );
  const medianMs = (costs: typeof many) => median(costs.same.map(({ tookMs }) => tookMs));
  const ratio = medianMs(many) / medianMs(few);
  report(
    ratio <= MAX_RATIO,
    `A poll of ${PLAN.accounts} accounts against ${FEW}: ${ratio.toFixed(1)} × ` +
      `(at most ${MAX_RATIO}; medians ${medianMs(many).toFixed(0)} and ${medianMs(few).toFixed(0)} ms)`,
  );
}

async function measurePolls(accounts: number) {
  let costs: { same: PollCost[]; changed: PollCost[] } = { same: [], changed: [] };
  await withBenchPage(
    "boardPage",
    async (page) => {
      costs = await page.evaluate((plan) => boardBench.run(plan), { ...PLAN, accounts });
    },
    profiledOptions,
  );
  return costs;
}

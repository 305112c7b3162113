import { join } from "node:path";
import { gzipBytes, isPhoneFormatting, median } from "../scripts/lib/chunks.ts";
import { withBrowser } from "./browser.ts";
import { type Build, BUILDS, buildApp, buildBaseline, serveBuild } from "./builds.ts";
import { type Load, measureLoad } from "./load.ts";
import { report } from "./report.ts";

/** Loads of each, after a warm-up load. */
const RUNS = 9;
/** The most that the app may take, as a multiple of the baseline app. */
const LIMITS = { js: 1.15, firstPaint: 0.4, largestPaint: 1.1, blocked: 1.2 };
/** The largest allowed cumulative layout shift. */
const MAX_SHIFT = 0.01;

const TIMES = [
  ["firstPaint", "First contentful paint"],
  ["largestPaint", "Largest contentful paint"],
  ["blocked", "Total blocking time"],
] as const;

type Loads = Record<Build, Load[]>;

/** Opens the first list and the baseline app cold, in turns; compares their size and timings. */
export async function benchStart(): Promise<void> {
  await buildApp();
  await buildBaseline();
  const servers = { baseline: await serveBuild("baseline"), app: await serveBuild("app") };
  const loads: Loads = { baseline: [], app: [] };
  await withBrowser(async (browser) => {
    for (let run = 0; run <= RUNS; run++) {
      for (const which of ["baseline", "app"] as const) {
        const load = await measureLoad(browser, `${servers[which].url}/sip`);
        if (run > 0) loads[which].push(load);
      }
    }
  });
  await Promise.all(Object.values(servers).map((server) => server.close()));
  reportResults(loads);
}

function reportResults(loads: Loads): void {
  const kB = { app: scriptKilobytes(loads, "app"), baseline: scriptKilobytes(loads, "baseline") };
  compare("All JS of the first list", kB, LIMITS.js, "kB, gzipped");
  for (const [key, name] of TIMES) {
    const medianOf = (which: Build) => median(loads[which].map((load) => load[key]));
    compare(
      name,
      { app: medianOf("app"), baseline: medianOf("baseline") },
      LIMITS[key],
      `ms, medians of ${RUNS}`,
    );
  }
  const blockedAfterPaint = (which: Build) =>
    median(loads[which].map((load) => load.blockedSincePaint));
  console.log(
    `      of that not over by the first paint, not compared: ${blockedAfterPaint("app").toFixed(0)} and ` +
      `${blockedAfterPaint("baseline").toFixed(0)} ms; the baseline app paints only once its code has run`,
  );
  const shift = Math.max(...loads.app.map((load) => load.shift));
  report(
    shift <= MAX_SHIFT,
    `Layout shift of the first list: ${shift.toFixed(4)} (at most ${MAX_SHIFT}; the worst of ${RUNS})`,
  );
}

function compare(name: string, values: Record<Build, number>, limit: number, unit: string): void {
  const ratio = values.app / values.baseline;
  const figures = `${values.app.toFixed(0)} and ${values.baseline.toFixed(0)} ${unit}`;
  report(
    ratio <= limit,
    `${name} against the baseline app's: ${ratio.toFixed(2)} × (at most ${limit}; ${figures})`,
  );
}

/** Kilobytes (gzip) of the scripts loaded until the rows showed. */
function scriptKilobytes(loads: Loads, which: Build): number {
  const scripts = loads[which][0]?.scripts ?? [];
  const counted = scripts.filter((file) => !isPhoneFormatting(file));
  return counted.reduce((sum, file) => sum + gzipBytes(join(BUILDS[which], file)), 0) / 1000;
}

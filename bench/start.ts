import { join } from "node:path";
import { gzipBytes, isPhoneFormatting, median } from "../scripts/lib/chunks.ts";
import { withBrowser } from "./browser.ts";
import { type Build, BUILDS, buildApp, buildFloor, serveBuild } from "./floor.ts";
import { type Load, measureLoad } from "./load.ts";
import { report } from "./report.ts";

/** Loads of each, after one that warms up the servers. */
const RUNS = 9;
/** The most that the app may take, as a multiple of what the floor app takes. */
const MOST = { js: 1.15, firstPaint: 0.4, largestPaint: 1.1, blocked: 1.2 };
/** The most that what one looks at may move, as browsers score it. */
const MOST_SHIFT = 0.01;

const TIMES = [
  ["firstPaint", "First contentful paint"],
  ["largestPaint", "Largest contentful paint"],
  ["blocked", "Total blocking time"],
] as const;

type Loads = Record<Build, Load[]>;

/** Opens the first list and the floor app, cold, by turns; compares what they load and take. */
export async function benchStart(): Promise<void> {
  await buildApp();
  await buildFloor();
  const servers = { floor: await serveBuild("floor"), app: await serveBuild("app") };
  const loads: Loads = { floor: [], app: [] };
  await withBrowser(async (browser) => {
    for (let run = 0; run <= RUNS; run++) {
      for (const which of ["floor", "app"] as const) {
        const load = await measureLoad(browser, `${servers[which].url}/sip`);
        if (run > 0) loads[which].push(load);
      }
    }
  });
  await Promise.all(Object.values(servers).map((server) => server.close()));
  tell(loads);
}

function tell(loads: Loads): void {
  const kB = { app: scriptsOf(loads, "app"), floor: scriptsOf(loads, "floor") };
  compare("All JS of the first list", kB, MOST.js, "kB, gzipped");
  for (const [key, name] of TIMES) {
    const of = (which: Build) => median(loads[which].map((load) => load[key]));
    compare(name, { app: of("app"), floor: of("floor") }, MOST[key], `ms, medians of ${RUNS}`);
  }
  const late = (which: Build) => median(loads[which].map((load) => load.blockedSincePaint));
  console.log(
    `      of that not over by the first paint, not compared: ${late("app").toFixed(0)} and ` +
      `${late("floor").toFixed(0)} ms; the floor app paints only once its code has run`,
  );
  const shift = Math.max(...loads.app.map((load) => load.shift));
  report(
    shift <= MOST_SHIFT,
    `Layout shift of the first list: ${shift.toFixed(4)} (at most ${MOST_SHIFT}; the worst of ${RUNS})`,
  );
}

function compare(name: string, of: Record<Build, number>, most: number, unit: string): void {
  const ratio = of.app / of.floor;
  const figures = `${of.app.toFixed(0)} and ${of.floor.toFixed(0)} ${unit}`;
  report(
    ratio <= most,
    `${name} against the floor app's: ${ratio.toFixed(2)} × (at most ${most}; ${figures})`,
  );
}

/** Kilobytes of the scripts that one of the loads needed until its rows showed. */
function scriptsOf(loads: Loads, which: Build): number {
  const scripts = loads[which][0]?.scripts ?? [];
  const counted = scripts.filter((file) => !isPhoneFormatting(file));
  return counted.reduce((sum, file) => sum + gzipBytes(join(BUILDS[which], file)), 0) / 1000;
}

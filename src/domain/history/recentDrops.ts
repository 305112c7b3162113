import type { History } from "#api/history.ts";
import { toFigures } from "./figures.ts";
import { toSpans } from "./spans.ts";

const HOUR_MS = 60 * 60_000;

/** How often an object went offline within the hour before a moment, in ms since 1970. */
export const recentDrops = (history: History, at: number): number =>
  toFigures(toSpans(history, at - HOUR_MS, at)).drops;

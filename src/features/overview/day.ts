import type { OnlineDay } from "#api/history.ts";

const DAY_MS = 24 * 60 * 60_000;

/** A part of the day in which as many were online, as shares of the day from 0 to 1. */
export interface Step {
  from: number;
  to: number;
  online: number;
}

/** What the picture of a day shows. */
export interface Day {
  steps: Step[];
  /** The times that nobody saw, as shares of the day. */
  gaps: { from: number; to: number }[];
  /** The fewest that were online, of how many, and when (ms since 1970). */
  fewest: { at: number; online: number; total: number } | undefined;
  most: number;
}

/** The steps of a day until `now` (ms since 1970); none before the first look. */
export function toDay({ from, points, gaps, lookedAt }: OnlineDay, now: number): Day {
  const start = Date.parse(from);
  const share = (at: number) => Math.min(1, Math.max(0, (at - start) / DAY_MS));
  const end = lookedAt === null ? start : Math.min(now, Date.parse(lookedAt));
  const counted = points.filter(({ total }) => total > 0);
  const steps = counted.map(({ at, online }, index) => {
    const next = counted[index + 1];
    const to = next === undefined ? end : Date.parse(next.at);
    return { from: share(Date.parse(at)), to: share(to), online };
  });
  const [first, ...others] = counted;
  const fewest = first && others.reduce((a, b) => (b.online < a.online ? b : a), first);
  return {
    steps: steps.filter((step) => step.to > step.from),
    gaps: gaps.map((gap) => ({ from: share(Date.parse(gap.from)), to: share(Date.parse(gap.to)) })),
    fewest: fewest && { ...fewest, at: Date.parse(fewest.at) },
    most: Math.max(0, ...counted.map(({ total }) => total)),
  };
}

import { useDensity } from "#ui/table/density.ts";
import { useRootScale } from "#ui/rootScale.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";

/** Pixels of a card on a phone at the usual font size: a line each for X, B, A, and what it is. */
const CARD = 112;

/** Height of a row in pixels. */
export function useRowHeight(): number {
  const { rowHeight } = useDensity();
  const card = Math.round(CARD * useRootScale());
  return useMediaQuery(PHONE) ? card : rowHeight;
}

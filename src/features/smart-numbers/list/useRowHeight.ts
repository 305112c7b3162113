import { useDensity } from "#ui/table/density.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";

/** Pixels of a card on a phone: a line each for X, B, A, and what it is. */
const CARD = 112;

/** Height of a row in pixels. */
export function useRowHeight(): number {
  const { rowHeight } = useDensity();
  return useMediaQuery(PHONE) ? CARD : rowHeight;
}

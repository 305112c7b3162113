import type { OVER_PAGE } from "#common/useClosePanel.ts";

/** How the review was opened by the button of a row. */
export interface ReviewState {
  overPage: typeof OVER_PAGE.overPage;
  /** Id of the country that the button added to the draft: giving up takes it out again. */
  added: string;
}

/** What the button of a row added; undefined where the draft itself is reviewed. */
export function addedBy(state: unknown): string | undefined {
  const isOurs = typeof state === "object" && state !== null && "added" in state;
  return isOurs && typeof state.added === "string" ? state.added : undefined;
}

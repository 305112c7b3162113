import type { OVER_PAGE } from "#common/useClosePanel.ts";

/** How a row's button opened the review. */
export interface ReviewState {
  overPage: typeof OVER_PAGE.overPage;
  /** Id of the country that the button staged: cancelling removes it again. */
  added: string;
}

/** What the button of a row staged; undefined where the draft itself is reviewed. */
export function addedBy(state: unknown): string | undefined {
  const isOurs = typeof state === "object" && state !== null && "added" in state;
  return isOurs && typeof state.added === "string" ? state.added : undefined;
}

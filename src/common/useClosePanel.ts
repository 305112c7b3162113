import { useCallback } from "react";
import { type To, useLocation, useNavigate } from "react-router";

/** Link `state` that opens a panel over the current page. */
export const OVER_PAGE = { overPage: true } as const;

/**
 * Closes a panel that has its own route. If it was opened from its page, goes back, so that Back never
 * leads into a closed form; if it was opened by its URL, the page replaces it.
 */
export function useClosePanel(page: To): () => Promise<void> {
  const navigate = useNavigate();
  const state: unknown = useLocation().state;
  const overPage = typeof state === "object" && state !== null && "overPage" in state;
  return useCallback(async () => {
    if (overPage) await navigate(-1);
    else await navigate(page, { replace: true, preventScrollReset: true });
  }, [navigate, overPage, page]);
}

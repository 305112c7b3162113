import { useCallback } from "react";
import { type To, useLocation, useNavigate } from "react-router";

/** `state` for a link that opens a panel over the page on which it stands. */
export const OVER_PAGE = { overPage: true } as const;

/**
 * Closes a panel that has an address. Opened from its page, it goes back there, so that Back
 * never leads into a form that was left; opened by its address, the page takes its place.
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

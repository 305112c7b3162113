import { createContext, useCallback, useContext } from "react";
import { type Location, useLocation, useNavigate, useSearchParams } from "react-router";

/**
 * Returns the router's current or pending location, which may be ahead of the rendered one. Undefined
 * while a blocker asks the user whether to leave.
 */
export const NewestLocation = createContext<(() => Location | undefined) | undefined>(undefined);

/**
 * The search parameters, and a function that changes them. Changes apply to the newest location, not
 * to the rendered one: otherwise two within one render would undo each other. The location's state
 * stays. During a navigation to another page nothing is changed, since that would cancel the
 * navigation and its blocker; `change` returns false then.
 */
export function useAddressParams() {
  const [params] = useSearchParams();
  const shown = useLocation();
  const newest = useContext(NewestLocation);
  const navigate = useNavigate();
  const change = useCallback(
    (write: (params: URLSearchParams) => URLSearchParams, { replace = false } = {}) => {
      const at = newest === undefined ? shown : newest();
      if (at?.pathname !== shown.pathname) return false;
      void navigate(
        { search: `?${write(new URLSearchParams(at.search))}` },
        { replace, preventScrollReset: true, state: at.state as unknown },
      );
      return true;
    },
    [newest, shown, navigate],
  );
  return { params, change };
}

/** Sets search parameters; removes empty and undefined ones. */
export function withParams(
  params: URLSearchParams,
  values: Record<string, string | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(values)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return next;
}

import { createContext, useCallback, useContext } from "react";
import { type Location, useLocation, useNavigate, useSearchParams } from "react-router";

/**
 * Asks the router where one is, or is going: what is on screen may be a step behind. Undefined
 * while a person is asked whether to go.
 */
export const NewestLocation = createContext<(() => Location | undefined) | undefined>(undefined);

/**
 * The parameters in the address, and a way to change some. The change is made to the newest
 * address, not to the one last rendered: two that come within one render would undo each other
 * otherwise. What else the address carries (its state) stays. On the way to another page nothing
 * is changed, for that would call it off, and the question before it; `change` gives false then.
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

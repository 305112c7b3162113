import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";

/** Milliseconds without a key before the address is updated: browsers limit how often it may be. */
const PAUSE_MS = 150;

/** The text of a list's search field and the `q` of the address, kept in sync both ways. */
export function useListSearch() {
  const { pathname } = useLocation();
  const { params, change } = useAddressParams();
  const urlQuery = params.get("q") ?? "";
  const [value, setValue] = useState(urlQuery);
  const [lastUrlQuery, setLastUrlQuery] = useState(urlQuery);
  const [written, setWritten] = useState(urlQuery);
  const [page, setPage] = useState(pathname);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(change);

  // After Back, or a link with another search, the field follows the address, but not its own echo.
  // Under a panel it starts over: text not yet written to the address belongs to the list alone.
  if (urlQuery !== lastUrlQuery || pathname !== page) {
    setLastUrlQuery(urlQuery);
    setPage(pathname);
    if (urlQuery !== written || pathname !== page) setValue(urlQuery);
    setWritten(urlQuery);
  }
  useEffect(() => {
    latest.current = change;
  });
  // Text typed for one page is not written into the address of another.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the address is the trigger
  useEffect(() => () => clearTimeout(timer.current), [pathname]);

  const write = (text: string) => {
    clearTimeout(timer.current);
    setWritten(text);
    const isDone = latest.current((old) => withParams(old, { q: text }), { replace: true });
    // The user may cancel leaving a form and stay on the page: then update the address.
    if (!isDone) timer.current = setTimeout(write, PAUSE_MS, text);
  };

  return {
    value,
    type: (text: string) => {
      setValue(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(write, PAUSE_MS, text);
    },
  };
}

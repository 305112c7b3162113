import { useEffect, useRef, useState } from "react";
import { useMatches, useNavigate, useSearchParams } from "react-router";
import { paths } from "#paths";
import type { RouteHandle } from "../routeHandle.ts";

/** Milliseconds without a key before the address follows: browsers limit how often it may. */
const PAUSE_MS = 150;

/** The text of the search box and the `q` of the address, kept in step both ways. */
export function useSearch() {
  const searchable = useMatches().some(
    ({ handle }) => (handle as RouteHandle | undefined)?.searchable === true,
  );
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = searchable ? (params.get("q") ?? "") : "";
  const [value, setValue] = useState(asked);
  const [seen, setSeen] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back, or a link with another search: the box follows the address.
  if (asked !== seen) {
    setSeen(asked);
    setValue(asked);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const write = (text: string) => {
    clearTimeout(timer.current);
    setSeen(text);
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (text === "") next.delete("q");
        else next.set("q", text);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };

  return {
    value,
    type: (text: string) => {
      setValue(text);
      clearTimeout(timer.current);
      if (searchable) timer.current = setTimeout(write, PAUSE_MS, text);
    },
    submit: () => {
      if (searchable) write(value);
      else void navigate(`${paths.sip()}?${new URLSearchParams({ q: value })}`);
    },
  };
}

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listExternalNumbers } from "#api/externalNumbers.ts";
import { useMay } from "#common/login.ts";
import { externalNumbersQuery } from "#domain/externalNumbers/queries.ts";
import { watchedQuery } from "#domain/watched/queries.ts";
import type { BoardView } from "../board/view.ts";
import { joinLines, type WallLine } from "./lines.ts";

const NONE: readonly WallLine[] = [];

/**
 * The external numbers that have to be registered, as far as the view's filters, which are those of
 * accounts, leave them. A screen that nobody sits at may know their states, not which they are.
 */
export function useLines({ q, state, only }: BoardView, isSessionKnown: boolean) {
  const mayRead = useMay(listExternalNumbers);
  const { data: list } = useQuery({
    ...externalNumbersQuery(),
    enabled: isSessionKnown && mayRead,
  });
  const { data: watched } = useQuery(watchedQuery());
  const numbers = mayRead ? list : undefined;
  const isAsked = mayRead && list === undefined;
  return useMemo(() => {
    if (q !== "" || only !== undefined || isAsked) return NONE;
    const lines = joinLines(numbers, watched);
    return state === undefined ? lines : lines.filter((line) => line.state === state);
  }, [q, state, only, isAsked, numbers, watched]);
}

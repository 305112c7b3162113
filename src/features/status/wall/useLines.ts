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
 * The external numbers that have to be registered; none where the view looks for certain accounts.
 * A screen that nobody sits at may know their states, not which they are.
 */
export function useLines({ q, only }: BoardView, isSessionKnown: boolean): readonly WallLine[] {
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
    return joinLines(numbers, watched);
  }, [q, only, isAsked, numbers, watched]);
}

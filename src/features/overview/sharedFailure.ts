import { createContext, useContext } from "react";
import type { Source } from "./Card.tsx";

/** The error text that the page shows once for several cards; undefined if there is none. */
export const SharedFailureContext = createContext<string | undefined>(undefined);
export const useSharedFailure = (): string | undefined => useContext(SharedFailureContext);

/** The first reason for which two cards or more failed, and their failed sources. */
export function sharedFailure(
  groups: readonly (readonly Source["query"][])[],
  reasonOf: (error: unknown) => string,
): { reason: string; failed: Source["query"][] } | undefined {
  const failures = groups.map((group) => group.filter(({ isError }) => isError));
  const reasons = failures.flatMap((group) => [
    ...new Set(group.map(({ error }) => reasonOf(error))),
  ]);
  const reason = reasons.find((one, index) => reasons.indexOf(one) < index);
  if (reason === undefined) return undefined;
  return { reason, failed: failures.flat().filter(({ error }) => reasonOf(error) === reason) };
}

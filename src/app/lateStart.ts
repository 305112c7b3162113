import type { QueryClient } from "@tanstack/react-query";
import { followTranslation } from "#ui/followTranslation.ts";
import { watchReach } from "./watchReach.ts";

/** What the first page can do without until it is there. */
export function startLate(client: QueryClient): void {
  followTranslation();
  watchReach(client);
}

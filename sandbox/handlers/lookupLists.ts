import { laravelPage, type Paging } from "../paging.ts";
import { CALL_QUEUES, CALL_SCENARIOS, GROUPS, MEDIA, NUMBERS } from "../seed/lists.ts";
import { type Handlers, withSuccess } from "./resolver.ts";

/** Responds with a page of a list that never changes. */
function servePage<Row>(rows: readonly Row[]) {
  return ({ query, path }: { query: Paging; path: string }) =>
    withSuccess(laravelPage(rows, query, path, (row) => row));
}

type LookupLists =
  | "listNumbers"
  | "listMedia"
  | "listGroups"
  | "listCallScenarios"
  | "listCallQueues";

export const lookupLists: Pick<Handlers, LookupLists> = {
  listNumbers: servePage(NUMBERS),
  listMedia: servePage(MEDIA),
  listGroups: servePage(GROUPS),
  listCallScenarios: servePage(CALL_SCENARIOS),
  listCallQueues: servePage(CALL_QUEUES),
};

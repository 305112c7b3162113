import { laravelPage, type Paging } from "../page.ts";
import { CALL_QUEUES, CALL_SCENARIOS, GROUPS, MEDIA, NUMBERS } from "../seed/lists.ts";
import { type Handlers, withSuccess } from "./resolver.ts";

/** Answers with a page of a list that never changes. */
function pageOf<Row>(rows: readonly Row[]) {
  return ({ query, path }: { query: Paging; path: string }) =>
    withSuccess(laravelPage(rows, query, path, (row) => row));
}

type Neighbours =
  | "listNumbers"
  | "listMedia"
  | "listGroups"
  | "listCallScenarios"
  | "listCallQueues";

export const lookupLists: Pick<Handlers, Neighbours> = {
  listNumbers: pageOf(NUMBERS),
  listMedia: pageOf(MEDIA),
  listGroups: pageOf(GROUPS),
  listCallScenarios: pageOf(CALL_SCENARIOS),
  listCallQueues: pageOf(CALL_QUEUES),
};

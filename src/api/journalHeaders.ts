import { BATCH_HEADER, UNDOES_HEADER } from "./ownHeader.ts";

interface Place {
  /** The changes that belong together have the same. */
  batch?: string | undefined;
  /** The journal's entry that a write takes back. */
  undoes?: number | undefined;
}

/** The headers that tell the journal of a write's place in it. */
export function journalHeaders({ batch, undoes }: Place): Record<string, string> {
  return {
    ...(batch === undefined ? {} : { [BATCH_HEADER]: batch }),
    ...(undoes === undefined ? {} : { [UNDOES_HEADER]: String(undoes) }),
  };
}

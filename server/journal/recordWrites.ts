import { label } from "#api/operation.ts";
import { untilAborted } from "#proxy/abort.ts";
import type { Log } from "#proxy/log.ts";
import type { AroundWrite, ReadUpstream, Write } from "#proxy/write.ts";
import type { UpstreamResponse } from "#proxy/upstream.ts";
import { recallFrom } from "#server/memory/readMemory.ts";
import { beginMemory, endMemory } from "#server/memory/recordMemory.ts";
import type { Store } from "#server/store/store.ts";
import { StoreError, toProxyError } from "#server/store/storeError.ts";
import { createdBy } from "./created.ts";
import { beginEntry, completeEntry } from "./journal.ts";
import { errorOutcome, responseOutcome } from "./outcome.ts";
import { findSubject, requestedSubject } from "./subject.ts";

export interface RecordOptions {
  /** The store of a sandbox office, or the one of the provider. */
  storeOf: (office: string | null) => Store;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Milliseconds for reading the values from before. The write waits for it, and both together must
 * take less than the app's own timeout (`TIMEOUT_MS`, `LIMITS.totalMs`).
 */
const READ_MS = 2_000;

/** Who writes where nobody signs in. */
export const ANONYMOUS = "anonymous";

/**
 * Records each write and each secret revealed: its entry is in the store before it leaves, with the values from before, and
 * completed after it; what the provider does not return of it is remembered. A write that can't be recorded is not sent (503).
 */
export function recordWrites({ storeOf, log, now = Date.now }: RecordOptions): AroundWrite {
  return async (write, send, read) => {
    const store = storeOf(write.office);
    const complete = async (
      id: number,
      result: Parameters<typeof completeEntry>[2],
      response?: UpstreamResponse,
    ) => {
      try {
        const at = now();
        await completeEntry(store, id, result, at);
        const ended = { entry: id, at, actor: actorOf(write), result, response };
        await endMemory(store, write, ended, read);
      } catch (error) {
        log({ level: "error", event: "journal", id: write.requestId, reason: reasonOf(error) });
      }
    };
    const { id, subject } = await begin(store, write, read, now());
    try {
      const response = await send();
      const result = responseOutcome(write.operation, response);
      const created = result.outcome === "done" ? createdBy(write, subject, response) : undefined;
      await complete(id, { ...result, created }, response);
      return { response, entry: id };
    } catch (error) {
      await complete(id, errorOutcome(error));
      throw error;
    }
  };
}

async function begin(store: Store, write: Write, read: ReadUpstream, at: number) {
  const { operation, requestId, batch, undoes } = write;
  const actor = actorOf(write);
  // What can't be read now may still be written: a name that the provider can't show, say.
  const timeout = AbortSignal.timeout(READ_MS);
  const subject = await untilAborted(findSubject(write, read, recallFrom(store)), timeout).catch(
    () => requestedSubject(write),
  );
  try {
    const entry = { at, actor, operation: label(operation), subject, requestId, batch, undoes };
    const id = await beginEntry(store, entry);
    await beginMemory(store, write, id);
    return { id, subject };
  } catch (error) {
    throw toProxyError(error instanceof StoreError ? error : new StoreError("failed"));
  }
}

const actorOf = ({ user }: Write) => user?.name ?? ANONYMOUS;

function reasonOf(error: unknown): string {
  return error instanceof StoreError ? `STORE_${error.problem}` : "STORE_failed";
}

import type { JournalOutcome } from "#api/journal.ts";
import type { Log } from "#proxy/log.ts";
import { beginEntry, completeEntry } from "#server/journal/journal.ts";
import type { Store } from "#server/store/store.ts";

/** Milliseconds in which the same refusal of the same person is recorded once. */
const REPEAT_MS = 60_000;

export interface LoginEvent {
  /** `POST /sign-in`. */
  operation: string;
  /** Who did it; the empty string where nobody knows. */
  actor: string;
  /** Whom it is about; the actor by default. */
  user?: { id: string; name: string } | undefined;
  outcome: JournalOutcome;
  /** What was asked for or changed; never a secret. */
  fields?: Record<string, unknown>;
  before?: Record<string, unknown> | undefined;
  /** Why it was refused. */
  message?: string;
  requestId: string;
}

export type RecordEvent = (event: LoginEvent) => Promise<void>;

/**
 * Records sign-ins, refusals and changes of users in the journal. What has been refused must stay
 * refused when the store fails: then it is only logged.
 */
export function createRecorder(journal: () => Store, log: Log, now: () => number): RecordEvent {
  const refused = new Map<string, number>();
  const isRepeated = ({ actor, operation, outcome }: LoginEvent) => {
    if (outcome !== "refused") return false;
    const key = `${actor} ${operation}`;
    const isRecent = now() - (refused.get(key) ?? -Infinity) < REPEAT_MS;
    if (!isRecent) refused.set(key, now());
    if (refused.size > 1000) refused.clear();
    return isRecent;
  };
  return async (event) => {
    if (isRepeated(event)) return;
    const { actor, operation, user, outcome, fields = {}, before, message, requestId } = event;
    const subject = {
      kind: "user" as const,
      id: user?.id ?? null,
      number: null,
      name: user?.name ?? actor,
      fields,
      before: before ?? null,
    };
    try {
      const entry = { at: now(), actor, operation, subject, requestId };
      const store = journal();
      const id = await beginEntry(store, entry);
      await completeEntry(store, id, { outcome, message: message ?? null }, now());
    } catch (error) {
      if (outcome !== "refused") throw error;
      log({ level: "error", event: "journal", id: requestId, reason: "STORE_failed" });
    }
  };
}

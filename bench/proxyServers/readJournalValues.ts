import type { AroundWrite } from "#proxy/write.ts";
import { findSubject } from "#server/journal/subject.ts";

/** Nothing is remembered. */
const nothing = { scenario: async () => undefined, forwarding: async () => undefined };

/** Reads what a write replaces, as the journal does, and records nothing. */
export const readJournalValues: AroundWrite = async (write, send, read) => {
  await findSubject(write, read, nothing);
  return { response: await send(), entry: 0 };
};

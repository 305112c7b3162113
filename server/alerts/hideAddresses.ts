import { mayCall } from "#api/access.ts";
import { listAlertChannels } from "#api/alerts.ts";
import type { JournalEntry } from "#api/journal.ts";
import type { User } from "#proxy/env.ts";

const ADDRESSES = ["to", "chat", "url"];

/** Where alerts are sent is in the journal as well, but not for those who may not see the channels. */
export function hideAddresses(
  items: readonly JournalEntry[],
  user: Pick<User, "role"> | undefined,
): JournalEntry[] {
  const mayRead = user === undefined || mayCall(user.role, listAlertChannels.access);
  return items.map((entry) => {
    if (mayRead || entry.object.kind !== "alert") return entry;
    const { fields, before } = entry;
    return { ...entry, fields: hide(fields), before: before === null ? null : hide(before) };
  });
}

function hide(values: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, ADDRESSES.includes(key) ? "***" : value]),
  );
}

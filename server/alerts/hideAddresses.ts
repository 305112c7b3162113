import { mayCall } from "#api/access.ts";
import { type AlertDelivery, listAlertChannels } from "#api/alerts.ts";
import type { JournalEntry } from "#api/journal.ts";
import type { User } from "#proxy/env.ts";

const ADDRESSES = ["to", "chat", "url"];

/** Where alerts are sent is in the journal as well, but not for those who may not see the channels. */
export function hideAddresses(
  items: readonly JournalEntry[],
  user: Pick<User, "role"> | undefined,
): JournalEntry[] {
  if (maySee(user)) return [...items];
  return items.map((entry) => {
    if (entry.object.kind !== "alert") return entry;
    const { fields, before, message } = entry;
    return {
      ...entry,
      fields: hide(fields),
      before: before === null ? null : hide(before),
      message: hideQuoted(message),
    };
  });
}

/** Why something did not arrive is told in the other side's words, which may quote its address. */
export function hideInErrors(
  items: readonly AlertDelivery[],
  user: Pick<User, "role"> | undefined,
): AlertDelivery[] {
  if (maySee(user)) return [...items];
  return items.map((delivery) => Object.assign(delivery, { error: hideQuoted(delivery.error) }));
}

const maySee = (user: Pick<User, "role"> | undefined) =>
  user === undefined || mayCall(user.role, listAlertChannels.access);

const hideQuoted = (text: string | null) =>
  text === null ? null : text.replaceAll(/https?:\/\/\S+|[^\s<>"']+@[^\s<>"']+/g, "***");

function hide(values: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, ADDRESSES.includes(key) ? "***" : value]),
  );
}

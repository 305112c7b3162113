import type { ListedSipAccount, SipStatus } from "#api/sip.ts";

/**
 * Which accounts are only in the statuses or only in the list, or have another name: someone created,
 * deleted or renamed them meanwhile. Empty when both agree; the same text for the same difference, so
 * that a persistent one is refetched only once.
 */
export function describeDifference(
  accounts: readonly Pick<ListedSipAccount, "id" | "name">[],
  statuses: readonly Pick<SipStatus, "id" | "name">[],
): string {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const parts: string[] = [];
  for (const { id, name } of statuses) {
    if (names.get(id) !== name) parts.push(`${id}=${name}`);
    names.delete(id);
  }
  for (const id of names.keys()) parts.push(`-${id}`);
  return parts.join("\n");
}

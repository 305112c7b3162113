import type { ListedSipAccount, SipStatus } from "#api/sip.ts";

/**
 * What the statuses know and the accounts do not, or the other way round: someone created,
 * deleted or renamed an account meanwhile. Empty when both agree; the same text for the same
 * difference, so that one that stays is not asked about again and again.
 */
export function differenceOf(
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
